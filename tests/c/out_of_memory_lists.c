/*
 * Collections and enumerators of every kind when memory runs out: E_OUTOFMEMORY, nothing handed out,
 * the place in the list as it was, and a second try that works.
 */
#include "handed_out.h"

#include <string.h>

static Client client;
static ITAddress *line1;
static ITBasicCallControl *standing;
static ITTerminalSupport2 *support;
static ITTerminal *recorder; /* with a track */

/* ---- Collections ---- */

static ITCollection2 *collection;

static void prepare_collection(void)
{
    ITTAPI2 *tapi2 = (ITTAPI2 *)query(client.tapi, ID(IID_ITTAPI2));
    VARIANT what;

    nothing();
    VariantInit(&what);
    what.vt = VT_BSTR;
    what.bstrVal = B("an element");
    if (ITTAPI2_CreateEmptyCollectionObject(tapi2, &collection) != S_OK ||
        ITCollection2_Add(collection, 1, &what) != S_OK) {
        bail_out("no collection");
    }
    ITTAPI2_Release(tapi2);
}

static HRESULT count_and_remove(void)
{
    TRY(ITCollection2_get_Count(collection, &number));
    return number == 1 ? ITCollection2_Remove(collection, 1) : E_FAIL;
}

static int finish_collection(void)
{
    ITCollection2_Release(collection);
    return 1;
}

static const Scenario COUNT_AND_REMOVE = { "ITCollection2::Remove", prepare_collection,
                                           count_and_remove, NULL, finish_collection };

/* ---- Enumerators ---- */

static void *list;  /* the enumerator */
static void *copied; /* its clone */
static ULONG given;

/* Makes a new enumerator with one element at least, but for phones, of which there are none. */
static void prepare_IEnumAddress(void);
static void prepare_IEnumCall(void);
static void prepare_IEnumCallHub(void);
static void prepare_IEnumBstr(void);
static void prepare_IEnumPhone(void);
static void prepare_IEnumLocation(void);
static void prepare_IEnumCallingCard(void);
static void prepare_IEnumVARIANT(void);
static void prepare_IEnumConnectionPoints(void);
static void prepare_IEnumConnections(void);
static void prepare_IEnumStream(void);
static void prepare_IEnumTerminal(void);
static void prepare_IEnumTerminalClass(void);
static void prepare_IEnumPluggableSuperclassInfo(void);
static void prepare_IEnumPluggableTerminalClassInfo(void);

/* The scenarios of one kind of enumerator, whose elements are of type `element`. */
#define ENUMERATOR(I, element, first, let_go)                                                      \
    static element element_of_##I;                                                                 \
                                                                                                   \
    static void prepare_new_##I(void)                                                              \
    {                                                                                              \
        nothing();                                                                                 \
        memset(&element_of_##I, 0, sizeof element_of_##I);                                         \
        copied = NULL;                                                                              \
        given = 0;                                                                                 \
        prepare_##I();                                                                             \
    }                                                                                              \
                                                                                                   \
    static HRESULT next_##I(void)                                                                  \
    {                                                                                              \
        return I##_Next((I *)list, 1, &element_of_##I, &given);                                    \
    }                                                                                              \
                                                                                                   \
    static int none_of_##I(void)                                                                   \
    {                                                                                              \
        return given == 0 && copied == NULL;                                                        \
    }                                                                                              \
                                                                                                   \
    static HRESULT clone_##I(void)                                                                 \
    {                                                                                              \
        return I##_Clone((I *)list, (I **)&copied);                                                 \
    }                                                                                              \
                                                                                                   \
    static HRESULT move_##I(void)                                                                  \
    {                                                                                              \
        HRESULT hr = I##_Skip((I *)list, 1);                                                       \
                                                                                                   \
        return SUCCEEDED(hr) ? I##_Reset((I *)list) : hr;                                          \
    }                                                                                              \
                                                                                                   \
    static int finish_##I(void)                                                                    \
    {                                                                                              \
        int good = given == (first);                                                               \
                                                                                                   \
        if (given == 1) {                                                                          \
            let_go;                                                                                \
        }                                                                                          \
        I##_Release((I *)list);                                                                    \
        return good;                                                                               \
    }                                                                                              \
                                                                                                   \
    static int finish_moved_##I(void)                                                              \
    {                                                                                              \
        I##_Release((I *)list);                                                                    \
        return 1;                                                                                  \
    }                                                                                              \
                                                                                                   \
    static int finish_cloned_##I(void)                                                             \
    {                                                                                              \
        int good = copied != NULL;                                                                  \
                                                                                                   \
        if (good) {                                                                                \
            I##_Release((I *)copied);                                                               \
        }                                                                                          \
        I##_Release((I *)list);                                                                    \
        return good;                                                                               \
    }

ENUMERATOR(IEnumAddress, ITAddress *, 1, ITAddress_Release(element_of_IEnumAddress))
ENUMERATOR(IEnumCall, ITCallInfo *, 1, ITCallInfo_Release(element_of_IEnumCall))
ENUMERATOR(IEnumCallHub, ITCallHub *, 1, ITCallHub_Release(element_of_IEnumCallHub))
ENUMERATOR(IEnumBstr, BSTR, 1, SysFreeString(element_of_IEnumBstr))
ENUMERATOR(IEnumPhone, ITPhone *, 0, ITPhone_Release(element_of_IEnumPhone))
ENUMERATOR(IEnumLocation, ITLocationInfo *, 1, ITLocationInfo_Release(element_of_IEnumLocation))
ENUMERATOR(IEnumCallingCard, ITCallingCard *, 1,
           ITCallingCard_Release(element_of_IEnumCallingCard))
ENUMERATOR(IEnumVARIANT, VARIANT, 1, VariantClear(&element_of_IEnumVARIANT))
ENUMERATOR(IEnumConnectionPoints, IConnectionPoint *, 1,
           IConnectionPoint_Release(element_of_IEnumConnectionPoints))
ENUMERATOR(IEnumConnections, CONNECTDATA, 1,
           IUnknown_Release(element_of_IEnumConnections.pUnk))

ENUMERATOR(IEnumStream, ITStream *, 1, ITStream_Release(element_of_IEnumStream))
ENUMERATOR(IEnumTerminal, ITTerminal *, 1, ITTerminal_Release(element_of_IEnumTerminal))
ENUMERATOR(IEnumTerminalClass, GUID, 1, (void)0)
ENUMERATOR(IEnumPluggableSuperclassInfo, ITPluggableTerminalSuperclassInfo *, 0,
           ITPluggableTerminalSuperclassInfo_Release(element_of_IEnumPluggableSuperclassInfo))
ENUMERATOR(IEnumPluggableTerminalClassInfo, ITPluggableTerminalClassInfo *, 0,
           ITPluggableTerminalClassInfo_Release(element_of_IEnumPluggableTerminalClassInfo))

static void made(HRESULT hr)
{
    if (hr != S_OK || list == NULL) {
        bail_out("no enumerator: %s", hr_name(hr));
    }
}

static void prepare_IEnumAddress(void)
{
    made(ITTAPI_EnumerateAddresses(client.tapi, (IEnumAddress **)&list));
}

static void prepare_IEnumCall(void)
{
    made(ITAddress_EnumerateCalls(line1, (IEnumCall **)&list));
}

static void prepare_IEnumCallHub(void)
{
    made(ITTAPI_EnumerateCallHubs(client.tapi, (IEnumCallHub **)&list));
}

static void prepare_IEnumBstr(void)
{
    ITAddressCapabilities *caps =
        (ITAddressCapabilities *)query(line1, ID(IID_ITAddressCapabilities));

    made(ITAddressCapabilities_EnumerateDeviceClasses(caps, (IEnumBstr **)&list));
    ITAddressCapabilities_Release(caps);
}

static void prepare_IEnumPhone(void)
{
    ITAddress2 *address2 = (ITAddress2 *)query(line1, ID(IID_ITAddress2));

    made(ITAddress2_EnumeratePhones(address2, (IEnumPhone **)&list));
    ITAddress2_Release(address2);
}

static void prepare_IEnumLocation(void)
{
    ITAddressTranslation *translation =
        (ITAddressTranslation *)query(line1, ID(IID_ITAddressTranslation));

    made(ITAddressTranslation_EnumerateLocations(translation, (IEnumLocation **)&list));
    ITAddressTranslation_Release(translation);
}

static void prepare_IEnumCallingCard(void)
{
    ITAddressTranslation *translation =
        (ITAddressTranslation *)query(line1, ID(IID_ITAddressTranslation));

    made(ITAddressTranslation_EnumerateCallingCards(translation, (IEnumCallingCard **)&list));
    ITAddressTranslation_Release(translation);
}

static void prepare_IEnumVARIANT(void)
{
    IUnknown *unknown = NULL;

    prepare_collection();
    if (ITCollection2_get__NewEnum(collection, &unknown) == S_OK) {
        list = query(unknown, ID(IID_IEnumVARIANT));
        IUnknown_Release(unknown);
    }
    ITCollection2_Release(collection);
    made(S_OK);
}

static void prepare_IEnumConnectionPoints(void)
{
    IConnectionPointContainer *container =
        (IConnectionPointContainer *)query(client.tapi, ID(IID_IConnectionPointContainer));

    made(IConnectionPointContainer_EnumConnectionPoints(container,
                                                        (IEnumConnectionPoints **)&list));
    IConnectionPointContainer_Release(container);
}

static void prepare_IEnumConnections(void)
{
    made(IConnectionPoint_EnumConnections(client.point, (IEnumConnections **)&list));
}

static void prepare_IEnumStream(void)
{
    ITStreamControl *control = (ITStreamControl *)query(standing, ID(IID_ITStreamControl));

    made(ITStreamControl_EnumerateStreams(control, (IEnumStream **)&list));
    ITStreamControl_Release(control);
}

static void prepare_IEnumTerminal(void)
{
    ITMultiTrackTerminal *tracks =
        (ITMultiTrackTerminal *)query(recorder, ID(IID_ITMultiTrackTerminal));

    made(ITMultiTrackTerminal_EnumerateTrackTerminals(tracks, (IEnumTerminal **)&list));
    ITMultiTrackTerminal_Release(tracks);
}

static void prepare_IEnumTerminalClass(void)
{
    made(ITTerminalSupport2_EnumerateDynamicTerminalClasses(support, (IEnumTerminalClass **)&list));
}

static void prepare_IEnumPluggableSuperclassInfo(void)
{
    made(ITTerminalSupport2_EnumeratePluggableSuperclasses(
        support, (IEnumPluggableSuperclassInfo **)&list));
}

static void prepare_IEnumPluggableTerminalClassInfo(void)
{
    made(ITTerminalSupport2_EnumeratePluggableTerminalClasses(
        support, IID_ITTerminal, TAPIMEDIATYPE_AUDIO, (IEnumPluggableTerminalClassInfo **)&list));
}

#define SCENARIOS_OF(I)                                                                            \
    { #I "::Next", prepare_new_##I, next_##I, none_of_##I, finish_##I },                           \
    { #I "::Clone", prepare_new_##I, clone_##I, none_of_##I, finish_cloned_##I },                  \
    { #I "::Skip and Reset", prepare_new_##I, move_##I, NULL, finish_moved_##I }

static const Scenario SCENARIOS[] = {
    SCENARIOS_OF(IEnumAddress),
    SCENARIOS_OF(IEnumCall),
    SCENARIOS_OF(IEnumCallHub),
    SCENARIOS_OF(IEnumBstr),
    SCENARIOS_OF(IEnumPhone),
    SCENARIOS_OF(IEnumLocation),
    SCENARIOS_OF(IEnumCallingCard),
    SCENARIOS_OF(IEnumVARIANT),
    SCENARIOS_OF(IEnumConnectionPoints),
    SCENARIOS_OF(IEnumConnections),
    SCENARIOS_OF(IEnumStream),
    SCENARIOS_OF(IEnumTerminal),
    SCENARIOS_OF(IEnumTerminalClass),
    SCENARIOS_OF(IEnumPluggableSuperclassInfo),
    SCENARIOS_OF(IEnumPluggableTerminalClassInfo),
};

static void make_recorder(void)
{
    ITMultiTrackTerminal *tracks;
    ITTerminal *track = NULL;

    if (ITTerminalSupport2_CreateTerminal(support, B("{521F3D06-C3D0-4511-8617-86B9A783DA77}"),
                                          TAPIMEDIATYPE_AUDIO, TD_RENDER, &recorder) != S_OK) {
        bail_out("no recorder");
    }
    tracks = (ITMultiTrackTerminal *)query(recorder, ID(IID_ITMultiTrackTerminal));
    if (ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, TD_RENDER, &track) !=
        S_OK) {
        bail_out("no track");
    }
    ITTerminal_Release(track);
    ITMultiTrackTerminal_Release(tracks);
}

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("[location]\nname = \"Here\"\ncountry = 49\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    standing = connected_call(line1, OLESTR("1001"));
    support = (ITTerminalSupport2 *)query(line1, ID(IID_ITTerminalSupport2));
    make_recorder();
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    survive_without_memory(&COUNT_AND_REMOVE);
    ITBasicCallControl_Disconnect(standing, DC_NORMAL);
    ITBasicCallControl_Release(standing);
    ITTerminal_Release(recorder);
    ITTerminalSupport2_Release(support);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
