/*
 * What an event tells of the sound of a call, for tapi_test.c.
 */
#ifndef MEDIA_EVENTS_H
#define MEDIA_EVENTS_H

#include "tapi_test.h"

#include <stdio.h>

/* Terminals and streams of an event, without a reference. */
static void look_at_terminal(Seen *seen)
{
    if (seen->terminal != NULL) {
        ITTerminal_Release(seen->terminal);
    }
    if (seen->track != NULL) {
        ITFileTrack_Release(seen->track);
    }
    if (seen->stream != NULL) {
        ITStream_Release(seen->stream);
    }
}

/* What an event tells of the sound of a call. */
static ITCallInfo *look_at_media(Seen *seen, IDispatch *object)
{
    ITCallInfo *info = NULL;

    switch (seen->kind) {
    case TE_CALLMEDIA: {
        ITCallMediaEvent *event = (ITCallMediaEvent *)query(object, ID(IID_ITCallMediaEvent));
        ITCallMediaEvent_get_Event(event, &seen->what);
        ITCallMediaEvent_get_Cause(event, &seen->why);
        ITCallMediaEvent_get_Error(event, &seen->error);
        ITCallMediaEvent_get_Terminal(event, &seen->terminal);
        ITCallMediaEvent_get_Stream(event, &seen->stream);
        ITCallMediaEvent_get_Call(event, &info);
        ITCallMediaEvent_Release(event);
        break;
    }
    case TE_FILETERMINAL: {
        ITFileTerminalEvent *event =
            (ITFileTerminalEvent *)query(object, ID(IID_ITFileTerminalEvent));
        ITFileTerminalEvent_get_State(event, &seen->what);
        ITFileTerminalEvent_get_Cause(event, &seen->why);
        ITFileTerminalEvent_get_Error(event, &seen->error);
        ITFileTerminalEvent_get_Terminal(event, &seen->terminal);
        ITFileTerminalEvent_get_Track(event, &seen->track);
        ITFileTerminalEvent_get_Call(event, &info);
        ITFileTerminalEvent_Release(event);
        break;
    }
    case TE_DIGITEVENT: {
        ITDigitDetectionEvent *event =
            (ITDigitDetectionEvent *)query(object, ID(IID_ITDigitDetectionEvent));
        BYTE digit = 0;
        ITDigitDetectionEvent_get_Digit(event, &digit);
        seen->what = digit;
        ITDigitDetectionEvent_get_DigitMode(event, &seen->why);
        ITDigitDetectionEvent_get_CallbackInstance(event, &seen->instance);
        ITDigitDetectionEvent_get_Call(event, &info);
        ITDigitDetectionEvent_Release(event);
        break;
    }
    case TE_GENERATEEVENT: {
        ITDigitGenerationEvent *event =
            (ITDigitGenerationEvent *)query(object, ID(IID_ITDigitGenerationEvent));
        ITDigitGenerationEvent_get_GenerationTermination(event, &seen->what);
        ITDigitGenerationEvent_get_CallbackInstance(event, &seen->instance);
        ITDigitGenerationEvent_get_Call(event, &info);
        ITDigitGenerationEvent_Release(event);
        break;
    }
    case TE_GATHERDIGITS: {
        ITDigitsGatheredEvent *event =
            (ITDigitsGatheredEvent *)query(object, ID(IID_ITDigitsGatheredEvent));
        BSTR digits = NULL;
        char *text;
        ITDigitsGatheredEvent_get_GatherTermination(event, &seen->what);
        ITDigitsGatheredEvent_get_CallbackInstance(event, &seen->instance);
        ITDigitsGatheredEvent_get_Digits(event, &digits);
        text = tapi3_bstr_to_utf8(digits);
        snprintf(seen->digits, sizeof seen->digits, "%s", text != NULL ? text : "?");
        CoTaskMemFree(text);
        SysFreeString(digits);
        ITDigitsGatheredEvent_get_Call(event, &info);
        ITDigitsGatheredEvent_Release(event);
        break;
    }
    case TE_TONEEVENT: {
        ITToneDetectionEvent *event =
            (ITToneDetectionEvent *)query(object, ID(IID_ITToneDetectionEvent));
        ITToneDetectionEvent_get_AppSpecific(event, &seen->what);
        ITToneDetectionEvent_get_CallbackInstance(event, &seen->instance);
        ITToneDetectionEvent_get_Call(event, &info);
        ITToneDetectionEvent_Release(event);
        break;
    }
    default:
        break;
    }
    look_at_terminal(seen);
    return info;
}

#endif /* MEDIA_EVENTS_H */
