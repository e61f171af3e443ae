/*
 * What an address has of terminals, with every result code; and a line that streams no media, where
 * no object has any interface of sound.
 */
#include "sound.h"

static Client client;
static ITAddress *line1; /* 2001 */

/* ---- What an address has ---- */

#define CREATE(class_text, media, direction, wanted, what)                                         \
    do {                                                                                           \
        ITTerminal *made = (ITTerminal *)support;                                                  \
        expect(ITTerminalSupport2_CreateTerminal(support, B(class_text), (media), (direction),     \
                                                 &made),                                           \
               (wanted), "CreateTerminal, %s", (what));                                            \
        check((made != NULL) == ((wanted) == S_OK), "a terminal or NULL");                         \
        if (made != NULL) {                                                                        \
            ITTerminal_Release(made);                                                              \
        }                                                                                          \
    } while (0)

static void terminal_support(void)
{
    ITTerminalSupport2 *support = (ITTerminalSupport2 *)query(line1, ID(IID_ITTerminalSupport2));
    ITTerminalSupport *older = (ITTerminalSupport *)query(line1, ID(IID_ITTerminalSupport));
    IEnumTerminal *statics = NULL;
    IEnumTerminalClass *classes = NULL;
    IEnumPluggableSuperclassInfo *families = NULL;
    IEnumPluggableTerminalClassInfo *plugged = NULL;
    ITTerminal *terminal = (ITTerminal *)line1;
    ITCollection *collection;
    VARIANT value;
    GUID found[8];
    ULONG count = 9;
    LONG number = -1;
    ULONG i;

    check((void *)older == (void *)support, "ITTerminalSupport is the same pointer");
    expect(ITTerminalSupport2_EnumerateStaticTerminals(support, &statics), S_OK,
           "EnumerateStaticTerminals");
    expect(IEnumTerminal_Next(statics, 1, &terminal, &count), S_FALSE, "no sound card");
    check(count == 0, "none");
    IEnumTerminal_Release(statics);
    expect(ITTerminalSupport2_get_StaticTerminals(support, &value), S_OK, "get_StaticTerminals");
    collection = (ITCollection *)query(value.pdispVal, ID(IID_ITCollection));
    ITCollection_get_Count(collection, &number);
    check(number == 0, "an empty collection");
    ITCollection_Release(collection);
    VariantClear(&value);
    expect(ITTerminalSupport2_EnumerateStaticTerminals(support, NULL), E_POINTER, "NULL");

    expect(ITTerminalSupport2_EnumerateDynamicTerminalClasses(support, &classes), S_OK,
           "EnumerateDynamicTerminalClasses");
    IEnumTerminalClass_Next(classes, 8, found, &count);
    check(count >= 2, "two classes at least");
    for (i = 0; i < count; i++) {
        OLECHAR text[40];
        char utf8[40];
        int at;
        StringFromGUID2(ID(found[i]), text, 40);
        for (at = 0; at < 39; at++) {
            utf8[at] = (char)text[at];
        }
        utf8[39] = 0;
        note("%s", utf8);
    }
    IEnumTerminalClass_Release(classes);
    expect(ITTerminalSupport2_get_DynamicTerminalClasses(support, &value), S_OK,
           "get_DynamicTerminalClasses");
    collection = (ITCollection *)query(value.pdispVal, ID(IID_ITCollection));
    ITCollection_get_Count(collection, &number);
    check(number == (LONG)count, "as many");
    ITCollection_Release(collection);
    VariantClear(&value);

    expect(ITTerminalSupport2_GetDefaultStaticTerminal(support, TAPIMEDIATYPE_AUDIO, TD_CAPTURE,
                                                       &terminal),
           TAPI_E_NOITEMS, "no device is an error");
    check(terminal == NULL, "and NULL");
    expect(ITTerminalSupport2_GetDefaultStaticTerminal(
               support, TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_VIDEO, TD_CAPTURE, &terminal),
           E_INVALIDARG, "two media types");
    expect(ITTerminalSupport2_GetDefaultStaticTerminal(support, TAPIMEDIATYPE_AUDIO,
                                                       TD_BIDIRECTIONAL, &terminal),
           E_INVALIDARG, "both ways");
    expect(ITTerminalSupport2_GetDefaultStaticTerminal(support, 0x40, TD_RENDER, &terminal),
           E_INVALIDARG, "no media type");
    expect(ITTerminalSupport2_GetDefaultStaticTerminal(support, TAPIMEDIATYPE_AUDIO, TD_RENDER,
                                                       NULL),
           E_POINTER, "NULL");

    CREATE(PLAYER_CLASS, TAPIMEDIATYPE_AUDIO, TD_CAPTURE, S_OK, "a player");
    CREATE(PLAYER_CLASS, TAPIMEDIATYPE_MULTITRACK, TD_CAPTURE, S_OK, "a player with tracks");
    CREATE(RECORDER_CLASS, TAPIMEDIATYPE_AUDIO, TD_RENDER, S_OK, "a recorder");
    CREATE(RECORDER_CLASS, TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_MULTITRACK, TD_BIDIRECTIONAL, S_OK,
           "a recorder of both sides");
    CREATE("nonsense", TAPIMEDIATYPE_AUDIO, TD_RENDER, E_INVALIDARG, "no GUID");
    CREATE("{00000000-79CD-47DC-ADB0-327F47CEFB20}", TAPIMEDIATYPE_AUDIO, TD_RENDER,
           TAPI_E_INVALIDTERMINALCLASS, "no class");
    CREATE(PLAYER_CLASS, 0, TD_CAPTURE, E_INVALIDARG, "no media type");
    CREATE(PLAYER_CLASS, TAPIMEDIATYPE_AUDIO | 1, TD_CAPTURE, E_INVALIDARG, "a foreign one");
    CREATE(PLAYER_CLASS, TAPIMEDIATYPE_VIDEO, TD_CAPTURE, TAPI_E_INVALIDMEDIATYPE, "video");
    CREATE(PLAYER_CLASS, TAPIMEDIATYPE_AUDIO, TD_RENDER, TAPI_E_INVALIDDIRECTION, "the other way");
    CREATE(RECORDER_CLASS, TAPIMEDIATYPE_AUDIO, TD_CAPTURE, TAPI_E_INVALIDDIRECTION,
           "the other way");
    expect(ITTerminalSupport2_CreateTerminal(support, NULL, TAPIMEDIATYPE_AUDIO, TD_RENDER,
                                             &terminal),
           E_POINTER, "CreateTerminal, NULL");
    expect(ITTerminalSupport2_CreateTerminal(support, B(PLAYER_CLASS), TAPIMEDIATYPE_AUDIO,
                                             TD_CAPTURE, NULL),
           E_POINTER, "CreateTerminal, NULL");

    expect(ITTerminalSupport2_EnumeratePluggableSuperclasses(support, &families), S_OK,
           "EnumeratePluggableSuperclasses");
    expect(IEnumPluggableSuperclassInfo_Skip(families, 1), S_FALSE, "none");
    IEnumPluggableSuperclassInfo_Release(families);
    expect(ITTerminalSupport2_get_PluggableSuperclasses(support, &value), S_OK,
           "get_PluggableSuperclasses");
    VariantClear(&value);
    expect(ITTerminalSupport2_EnumeratePluggableTerminalClasses(
               support, IID_ITTerminal, TAPIMEDIATYPE_AUDIO, &plugged),
           S_OK, "EnumeratePluggableTerminalClasses");
    expect(IEnumPluggableTerminalClassInfo_Skip(plugged, 1), S_FALSE, "none");
    IEnumPluggableTerminalClassInfo_Release(plugged);
    expect(ITTerminalSupport2_EnumeratePluggableTerminalClasses(support, IID_ITTerminal, 0x40,
                                                                &plugged),
           E_INVALIDARG, "no media type");
    expect(ITTerminalSupport2_get_PluggableTerminalClasses(
               support, B("{B4790031-56DB-4D3E-88C8-6FFAAFA08A91}"), TAPIMEDIATYPE_AUDIO, &value),
           S_OK, "get_PluggableTerminalClasses");
    VariantClear(&value);
    expect(ITTerminalSupport2_get_PluggableTerminalClasses(support, B("file"), TAPIMEDIATYPE_AUDIO,
                                                           &value),
           E_INVALIDARG, "no GUID");
    ITTerminalSupport_Release(older);
    ITTerminalSupport2_Release(support);
}

/* ---- Lines without media ---- */

static void no_media(void)
{
    static const IID *const HIDDEN[] = { &IID_ITStreamControl, &IID_ITBasicCallControl2,
                                         &IID_ITLegacyCallMediaControl,
                                         &IID_ITLegacyCallMediaControl2, &IID_ITLegacyWaveSupport };
    ITAddress *silent = client_address(&client, OLESTR("3001"));
    ITBasicCallControl *quiet = new_call(silent, OLESTR("1001"));
    ITAddressCapabilities *caps =
        (ITAddressCapabilities *)query(silent, ID(IID_ITAddressCapabilities));
    LPOLESTR name = B("Streams");
    DISPPARAMS none = { NULL, NULL, 0, 0 };
    IDispatch *object;
    LONG number = -1;
    DISPID id = 0;
    void *found = quiet;
    size_t i;

    for (i = 0; i < sizeof HIDDEN / sizeof *HIDDEN; i++) {
        expect(ITBasicCallControl_QueryInterface(quiet, ID(*HIDDEN[i]), &found), E_NOINTERFACE,
               "an interface of sound");
        check(found == NULL, "NULL");
    }
    expect(ITAddress_QueryInterface(silent, ID(IID_ITTerminalSupport), &found), E_NOINTERFACE,
           "ITTerminalSupport");
    expect(ITAddress_QueryInterface(silent, ID(IID_ITTerminalSupport2), &found), E_NOINTERFACE,
           "ITTerminalSupport2");
    object = (IDispatch *)query(quiet, ID(IID_IDispatch));
    if (IDispatch_GetIDsOfNames(object, ID(IID_NULL), &name, 1, 0, &id) == S_OK) {
        expect(IDispatch_Invoke(object, id, ID(IID_NULL), 0, DISPATCH_PROPERTYGET, &none, NULL, NULL,
                                NULL),
               DISP_E_MEMBERNOTFOUND, "nor by name");
    }
    expect(ITAddressCapabilities_get_AddressCapability(caps, AC_GENERATEDIGITSUPPORT, &number),
           S_OK, "AC_GENERATEDIGITSUPPORT");
    check(number == 0, "none");
    IDispatch_Release(object);
    ITAddressCapabilities_Release(caps);
    ITBasicCallControl_Release(quiet);
    ITAddress_Release(silent);
}

int main(void)
{
    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n"
              "[[line]]\nname = \"Silent\"\nprovider = \"ews\"\naddress = \"3001\"\n"
              "url = \"http://127.0.0.1:9/EWS/Exchange.asmx\"\nitem = \"i\"\nuser = \"u\"\n"
              "password = \"p\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    terminal_support();
    no_media();
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
