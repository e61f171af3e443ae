/*
 * Wherever a media type comes in: interactive voice (4) means audio, as automated voice (8) does,
 * and 0 means what the line has.
 */
#include "tapi_test.h"

/* LINEMEDIAMODE_INTERACTIVEVOICE of TAPI 2. */
#define INTERACTIVE_VOICE 4

static Client client;
static ITAddress *line1; /* 2001 */
static ITAddress *line2; /* 2002 */

static const struct Row {
    LONG media;
    int audio;
} TABLE[] = {
    { TAPIMEDIATYPE_AUDIO, 1 },
    { INTERACTIVE_VOICE, 1 },
    { INTERACTIVE_VOICE | TAPIMEDIATYPE_AUDIO, 1 },
    { 0, 1 },
    { TAPIMEDIATYPE_VIDEO, 0 },
    { TAPIMEDIATYPE_VIDEO | TAPIMEDIATYPE_AUDIO, 0 },
    { TAPIMEDIATYPE_VIDEO | INTERACTIVE_VOICE, 0 },
    { TAPIMEDIATYPE_G3FAX, 0 },
    { 1, 0 },
    { -1, 0 },
};

/* A call that was created with this media type is one of audio. */
static void create_call(const struct Row *row)
{
    ITBasicCallControl *call = NULL;
    ITCallInfo *info;
    LONG found = 0;

    if (!expect(ITAddress_CreateCall(line1, B("1001"), LINEADDRESSTYPE_PHONENUMBER, row->media, &call),
                row->audio ? S_OK : TAPI_E_INVALIDMEDIATYPE, "CreateCall, media %d",
                (int)row->media) ||
        call == NULL) {
        return;
    }
    info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    ITCallInfo_get_CallInfoLong(info, CIL_MEDIATYPESAVAILABLE, &found);
    check(found == TAPIMEDIATYPE_AUDIO, "it has audio");
    ITCallInfo_Release(info);
    ITBasicCallControl_Release(call);
}

/* Who registered with this media type is told of a call. */
static void register_for_calls(const struct Row *row)
{
    ITBasicCallControl *out;
    ITBasicCallControl *in;
    LONG token = 0;

    expect(ITTAPI_RegisterCallNotifications(client.tapi, line1, VARIANT_FALSE, VARIANT_TRUE, row->media,
                                            1, &token),
           row->audio ? S_OK : TAPI_E_INVALIDMEDIATYPE, "RegisterCallNotifications, media %d",
           (int)row->media);
    if (!row->audio) {
        return;
    }
    out = new_call(line2, OLESTR("2001"));
    expect(ITBasicCallControl_Connect(out, VARIANT_FALSE), S_OK, "a call comes");
    in = client_take_call(&client);
    expect(ITBasicCallControl_Disconnect(in, DC_REJECTED), S_OK, "it came");
    expect_state(&client, out, CS_DISCONNECTED, CEC_DISCONNECT_REJECTED, "both sides are over");
    ITBasicCallControl_Release(in);
    ITBasicCallControl_Release(out);
    expect(ITTAPI_UnregisterNotifications(client.tapi, token), S_OK, "UnregisterNotifications");
}

static void of_a_call(const struct Row *row)
{
    ITBasicCallControl *call = connected_call(line1, OLESTR("1001"));

    /* Nobody else is there to take the call, or the media type is refused before that matters. */
    expect(ITBasicCallControl_HandoffIndirect(call, row->media),
           row->audio ? TAPI_E_TARGETNOTFOUND : E_INVALIDARG, "HandoffIndirect, media %d",
           (int)row->media);
    expect(ITBasicCallControl_SetQOS(call, row->media, QSL_BEST_EFFORT),
           row->audio ? S_OK : E_INVALIDARG, "SetQOS, media %d", (int)row->media);
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    ITBasicCallControl_Release(call);
}

static void query_media_type(const struct Row *row)
{
    ITMediaSupport *support = (ITMediaSupport *)query(line1, ID(IID_ITMediaSupport));
    VARIANT_BOOL has = VARIANT_FALSE;

    expect(ITMediaSupport_QueryMediaType(support, row->media, &has), S_OK, "QueryMediaType, media %d",
           (int)row->media);
    check((has != VARIANT_FALSE) == row->audio, row->audio ? "yes" : "no");
    ITMediaSupport_Release(support);
}

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    for (i = 0; i < sizeof TABLE / sizeof *TABLE; i++) {
        create_call(&TABLE[i]);
        register_for_calls(&TABLE[i]);
        of_a_call(&TABLE[i]);
        query_media_type(&TABLE[i]);
        /* Priorities are for lines that come later, too: any media type will do. */
        expect(ITTAPI_SetApplicationPriority(client.tapi, B("program"), TABLE[i].media, VARIANT_TRUE),
               S_OK, "SetApplicationPriority, media %d", (int)TABLE[i].media);
    }
    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
