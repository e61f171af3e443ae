/*
 * A program for TAPI 2: places a call, shows each of its states as the message arrives, hangs up.
 *
 *     tapi2_dial [DESTINATION]
 *
 * Without an argument it calls 1001, which on the simulated exchange answers. It ends with status 0
 * when the call was connected and hung up. But for tapi3_line_error_name it is a program for Windows as well:
 * compile with the folder of the compat headers, as the Makefile does.
 */
#include <tapi.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How long to wait for the next message, in milliseconds. */
#define PATIENCE 10000

static const char *state_name(DWORD_PTR state)
{
    switch (state) {
    case LINECALLSTATE_IDLE: return "idle";
    case LINECALLSTATE_DIALTONE: return "dial tone";
    case LINECALLSTATE_DIALING: return "dialing";
    case LINECALLSTATE_PROCEEDING: return "proceeding";
    case LINECALLSTATE_RINGBACK: return "ringing";
    case LINECALLSTATE_CONNECTED: return "connected";
    case LINECALLSTATE_DISCONNECTED: return "disconnected";
    default: return "in another state";
    }
}

static const char *why(DWORD_PTR mode)
{
    switch (mode) {
    case LINEDISCONNECTMODE_NORMAL: return "";
    case LINEDISCONNECTMODE_BUSY: return ": busy";
    case LINEDISCONNECTMODE_NOANSWER: return ": nobody answers";
    case LINEDISCONNECTMODE_REJECT: return ": refused";
    case LINEDISCONNECTMODE_BADADDRESS: return ": no such number";
    default: return ": failed";
    }
}

/* Says what failed; returns whether anything did. */
static int failed(const char *function, LONG code)
{
    const char *name = tapi3_line_error_name(code);

    if (code >= 0) {
        return 0;
    }
    fprintf(stderr, "tapi2_dial: %s: %s\n", function, name ? name : "an unknown error");
    return 1;
}

/* Shows the name of the line, whose length is not known beforehand. */
static void show_line(HLINEAPP app, DWORD version)
{
    DWORD size = sizeof(LINEDEVCAPS);
    LINEDEVCAPS *caps = NULL;

    for (;;) {
        LINEDEVCAPS *more = (LINEDEVCAPS *)realloc(caps, size);

        if (more == NULL) {
            break;
        }
        caps = more;
        caps->dwTotalSize = size;
        if (failed("lineGetDevCaps", lineGetDevCapsA(app, 0, version, 0, caps))) {
            break;
        }
        if (caps->dwNeededSize <= caps->dwTotalSize) {
            printf("line: %s\n", (const char *)caps + caps->dwLineNameOffset);
            break;
        }
        size = caps->dwNeededSize;
    }
    free(caps);
}

/* Watches the call until it is over. Returns whether it was connected. */
static int watch(HLINEAPP app, HCALL call)
{
    int connected = 0;
    LONG dropping = 0;

    for (;;) {
        LINEMESSAGE message;
        LONG code = lineGetMessage(app, &message, PATIENCE);

        if (failed("lineGetMessage", code)) {
            return 0;
        }
        if (message.dwMessageID == LINE_REPLY) {
            if (failed("the request", (LONG)message.dwParam2)) {
                return 0;
            }
            continue;
        }
        if (message.dwMessageID != LINE_CALLSTATE || message.hDevice != call) {
            continue;
        }
        printf("call: %s%s\n", state_name(message.dwParam1),
               message.dwParam1 == LINECALLSTATE_DISCONNECTED ? why(message.dwParam2) : "");
        fflush(stdout);
        if (message.dwParam1 == LINECALLSTATE_IDLE) {
            return connected;
        }
        if (message.dwParam1 == LINECALLSTATE_CONNECTED && dropping == 0) {
            connected = 1;
            dropping = lineDrop(call, NULL, 0);
            if (failed("lineDrop", dropping)) {
                return 0;
            }
        }
    }
}

int main(int argc, char **argv)
{
    const char *destination = argc > 1 ? argv[1] : "1001";
    LINEINITIALIZEEXPARAMS parameters;
    DWORD devices = 0;
    DWORD version = TAPI_CURRENT_VERSION;
    HLINEAPP app = 0;
    HLINE line = 0;
    HCALL call = 0;
    int connected = 0;

    memset(&parameters, 0, sizeof parameters);
    parameters.dwTotalSize = sizeof parameters;
    parameters.dwOptions = LINEINITIALIZEEXOPTION_USEEVENT;
    if (failed("lineInitializeEx",
               lineInitializeExA(&app, NULL, NULL, "tapi2_dial", &devices, &version, &parameters))) {
        return 1;
    }
    printf("lines: %u\n", (unsigned)devices);
    if (!failed("lineNegotiateAPIVersion", lineNegotiateAPIVersion(app, 0, 0x00010003, 0x00020002, &version, NULL))) {
        show_line(app, version);
        if (!failed("lineOpen", lineOpenA(app, 0, &line, version, 0, 0, LINECALLPRIVILEGE_NONE,
                                          LINEMEDIAMODE_INTERACTIVEVOICE, NULL)) &&
            !failed("lineMakeCall", lineMakeCallA(line, &call, destination, 0, NULL))) {
            connected = watch(app, call);
            lineDeallocateCall(call);
        }
    }
    lineShutdown(app);
    return connected ? 0 : 1;
}
