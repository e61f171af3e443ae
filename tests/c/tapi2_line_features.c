/*
 * What is named among the features of lines and addresses is not refused as unavailable, and what is not
 * named is; TAPI 3 tells the same of a line. tapi2_capabilities.c does so of calls.
 */
#include "tapi2_outcome.h"

static Program program;
static HLINE line1; /* 2001 */
static HLINE line2; /* 2002, whose calls the program owns */
static HCALL new_one;
static HCALL another;
static char digits[8];

static union {
    LINEDEVCAPS line;
    LINEDEVSTATUS line_now;
    LINEADDRESSCAPS address;
    LINEADDRESSSTATUS address_now;
    char bytes[4096];
} told;

static void ask(void)
{
    memset(&told, 0, sizeof told);
    told.line.dwTotalSize = sizeof told;
}

/* The outcome of a forwarding to a number, or to nowhere. */
static LONG forward(const char *number)
{
    struct {
        LINEFORWARDLIST list;
        char number[8];
    } room;
    LONG code;

    memset(&room, 0, sizeof room);
    room.list.dwTotalSize = sizeof room;
    room.list.dwNumEntries = 1;
    room.list.ForwardList[0].dwForwardMode = LINEFORWARDMODE_UNCOND;
    if (number) {
        room.list.ForwardList[0].dwDestAddressSize = (DWORD)strlen(number) + 1;
        room.list.ForwardList[0].dwDestAddressOffset = (DWORD)((char *)room.number - (char *)&room);
        memcpy(room.number, number, strlen(number) + 1);
    }
    code = outcome(&program, lineForwardA(line1, TRUE, 0, &room.list, 3, &another, NULL));
    expect_code(outcome(&program, lineForwardA(line1, TRUE, 0, NULL, 3, &another, NULL)), 0, "no forwarding");
    return code;
}

/* Picks up what rings at the second line. */
static LONG pick_up(const char *number, const char *group)
{
    HCALL caller;

    offered(&program, line1, line2, &caller);
    return outcome(&program, linePickupA(line1, 0, &new_one, number, group));
}

/* Takes back what was parked. */
static LONG take_back(void)
{
    HCALL call = call_in(&program, line1, "1013", LINECALLSTATE_CONNECTED);

    expect_reply(&program, lineParkA(call, LINEPARKMODE_DIRECTED, "7009", NULL), 0, "linePark");
    return outcome(&program, lineUnparkA(line1, 0, &new_one, "7009"));
}

static void is_named(DWORD features, DWORD bit, LONG code, const char *name)
{
    if (!check(((features & bit) != 0) == !refused(code), "%s is%s named", name, refused(code) ? " not" : "")) {
        note("got %s", code_name(code));
    }
}

static void of_lines(void)
{
    DWORD now;

    ask();
    expect_code(lineGetLineDevStatusA(line1, &told.line_now), 0, "lineGetLineDevStatus");
    now = told.line_now.dwLineFeatures;
    ask();
    expect_code(lineGetDevCapsA(program.app, 0, 0x00020002, 0, &told.line), 0, "lineGetDevCaps");
    check(told.line.dwLineFeatures == now, "the line can do now what it can do");
    is_named(now, LINEFEATURE_DEVSPECIFIC, outcome(&program, lineDevSpecific(line1, 0, 0, digits, 4)), "DEVSPECIFIC");
    is_named(now, LINEFEATURE_DEVSPECIFICFEAT, outcome(&program, lineDevSpecificFeature(line1, 0, digits, 4)), "DEVSPECIFICFEAT");
    is_named(now, LINEFEATURE_FORWARD, forward("1001"), "FORWARD");
    is_named(now, LINEFEATURE_FORWARDFWD, forward("1001"), "FORWARDFWD");
    is_named(now, LINEFEATURE_FORWARDDND, forward(NULL), "FORWARDDND");
    is_named(now, LINEFEATURE_MAKECALL, outcome(&program, lineMakeCallA(line1, &new_one, "1001", 0, NULL)), "MAKECALL");
    is_named(now, LINEFEATURE_SETMEDIACONTROL,
             lineSetMediaControl(line1, 0, 0, LINECALLSELECT_LINE, NULL, 0, NULL, 0, NULL, 0, NULL, 0),
             "SETMEDIACONTROL");
    is_named(now, LINEFEATURE_SETTERMINAL,
             outcome(&program, lineSetTerminal(line1, 0, 0, LINECALLSELECT_LINE, LINETERMMODE_MEDIABIDIRECT, 0, 1)),
             "SETTERMINAL");
    is_named(now, LINEFEATURE_SETDEVSTATUS, outcome(&program, lineSetLineDevStatus(line1, LINEDEVSTATUSFLAGS_MSGWAIT, 0)),
             "SETDEVSTATUS");
}

static void of_addresses(void)
{
    DWORD now;

    ask();
    expect_code(lineGetAddressStatusA(line1, 0, &told.address_now), 0, "lineGetAddressStatus");
    now = told.address_now.dwAddressFeatures;
    ask();
    expect_code(lineGetAddressCapsA(program.app, 0, 0, 0x00020002, 0, &told.address), 0, "lineGetAddressCaps");
    check(told.address.dwAddressFeatures == now, "the address can do now what it can do");
    check(told.address.dwCallFeatures2 == (LINECALLFEATURE2_TRANSFERNORM | LINECALLFEATURE2_TRANSFERCONF |
                                           LINECALLFEATURE2_PARKDIRECT | LINECALLFEATURE2_PARKNONDIRECT),
          "in these ways");
    is_named(now, LINEADDRFEATURE_FORWARD, forward("1001"), "FORWARD");
    is_named(now, LINEADDRFEATURE_FORWARDFWD, forward("1001"), "FORWARDFWD");
    is_named(now, LINEADDRFEATURE_FORWARDDND, forward(NULL), "FORWARDDND");
    is_named(now, LINEADDRFEATURE_MAKECALL, outcome(&program, lineMakeCallA(line1, &new_one, "1001", 0, NULL)), "MAKECALL");
    is_named(now, LINEADDRFEATURE_PICKUP, pick_up("2002", NULL), "PICKUP");
    is_named(now, LINEADDRFEATURE_PICKUPDIRECT, pick_up("2002", NULL), "PICKUPDIRECT");
    is_named(now, LINEADDRFEATURE_PICKUPGROUP, pick_up(NULL, "1"), "PICKUPGROUP");
    check((told.address.dwAddrCapFlags & LINEADDRCAPFLAGS_PICKUPGROUPID) == 0, "the group need not be named");
    expect_code(pick_up(NULL, NULL), 0, "it is its own");
    is_named(now, LINEADDRFEATURE_SETUPCONF, outcome(&program, lineSetupConferenceA(0, line1, &new_one, &another, 3, NULL)),
             "SETUPCONF");
    is_named(now, LINEADDRFEATURE_UNCOMPLETECALL, outcome(&program, lineUncompleteCall(line1, 1)), "UNCOMPLETECALL");
    is_named(now, LINEADDRFEATURE_UNPARK, take_back(), "UNPARK");
}

/* ---- TAPI 3 ---- */

static DWORD capability(ITAddressCapabilities *of, ADDRESS_CAPABILITY which)
{
    LONG number = 0;

    expect(ITAddressCapabilities_get_AddressCapability(of, which, &number), S_OK, "get_AddressCapability");
    return (DWORD)number;
}

static void both_faces(void)
{
    Client client;
    ITAddress *address;
    ITAddressCapabilities *caps;

    client_open(&client, 0);
    address = client_address(&client, OLESTR("2001"));
    caps = (ITAddressCapabilities *)query(address, ID(IID_ITAddressCapabilities));
    ask();
    expect_code(lineGetDevCapsA(program.app, 0, 0x00020002, 0, &told.line), 0, "lineGetDevCaps");
    check(capability(caps, AC_LINEFEATURES) == told.line.dwLineFeatures, "AC_LINEFEATURES");
    check(capability(caps, AC_SETTABLEDEVSTATUS) == told.line.dwSettableDevStatus, "AC_SETTABLEDEVSTATUS");
    ask();
    expect_code(lineGetAddressCapsA(program.app, 0, 0, 0x00020002, 0, &told.address), 0, "lineGetAddressCaps");
    check(capability(caps, AC_ADDRESSFEATURES) == told.address.dwAddressFeatures, "AC_ADDRESSFEATURES");
    check(capability(caps, AC_ADDRESSCAPFLAGS) == told.address.dwAddrCapFlags, "AC_ADDRESSCAPFLAGS");
    /* A call is accepted by TAPI 2 alone, and a quality of service is asked for by TAPI 3. */
    check((capability(caps, AC_CALLFEATURES1) & ~LINECALLFEATURE_SETQOS) ==
              (told.address.dwCallFeatures & ~(DWORD)LINECALLFEATURE_ACCEPT),
          "AC_CALLFEATURES1");
    check(capability(caps, AC_CALLFEATURES2) == told.address.dwCallFeatures2, "AC_CALLFEATURES2");
    check(capability(caps, AC_PARKSUPPORT) == told.address.dwParkModes, "AC_PARKSUPPORT");
    check(capability(caps, AC_TRANSFERMODES) == told.address.dwTransferModes, "AC_TRANSFERMODES");
    ITAddressCapabilities_Release(caps);
    ITAddress_Release(address);
    client_close(&client);
}

int main(void)
{
    tests_begin(120);
    configure(NULL);
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    of_lines();
    of_addresses();
    both_faces();
    program_end(&program);
    return tests_done();
}
