/*
 * A program that does not take its messages: of calls that come and go meanwhile, what waits is
 * bounded, and nothing is told of half of a call.
 */
#include "tapi2_test.h"

#include <sched.h>

/* With three messages or more each, much more than wait. */
#define CALLS 6000
/* As many as wait, and what the last of them may have more. */
#define MOST 4200

static int known(const DWORD *calls, size_t count, DWORD call)
{
    size_t i;

    for (i = 0; i < count; i++) {
        if (calls[i] == call) {
            return 1;
        }
    }
    return 0;
}

/* How many calls the line has that the program has not been told of. None is handed out. */
static DWORD new_calls_of(HLINE line)
{
    LINECALLLIST list;

    memset(&list, 0, sizeof list);
    list.dwTotalSize = sizeof list;
    if (lineGetNewCalls(line, 0, LINECALLSELECT_LINE, &list) != 0) {
        bail_out("lineGetNewCalls failed");
    }
    return list.dwNeededSize - (DWORD)sizeof list;
}

int main(void)
{
    static DWORD new_calls[MOST];
    static Program program;
    size_t announced = 0;
    size_t idle = 0;
    size_t all = 0;
    int strangers = 0;
    Client client;
    ITAddress *from;
    LINEMESSAGE message;
    ITBasicCallControl *up;
    HLINE line;
    int i;

    tests_begin(280);
    program_begin(&program);
    line = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    client_open(&client, 0);
    from = client_address(&client, OLESTR("2001"));
    for (i = 0; i < CALLS; i++) {
        ITBasicCallControl *call = new_call(from, OLESTR("2002"));

        ITBasicCallControl_Connect(call, VARIANT_FALSE);
        ITBasicCallControl_Disconnect(call, DC_NORMAL);
        ITBasicCallControl_Release(call);
    }
    /* One that stays. Once it is no new call any more, all that was before it has been told. */
    up = new_call(from, OLESTR("2002"));
    ITBasicCallControl_Connect(up, VARIANT_FALSE);
    while (new_calls_of(line) > 0) {
        sched_yield();
    }
    while (lineGetMessage(program.app, &message, 0) == 0) {
        all++;
        if (message.dwMessageID == LINE_APPNEWCALL && announced < MOST) {
            new_calls[announced++] = (DWORD)message.dwParam2;
        } else if (message.dwMessageID == LINE_CALLSTATE) {
            strangers += !known(new_calls, announced, message.hDevice);
            idle += message.dwParam1 == LINECALLSTATE_IDLE;
        }
    }
    note("%zu messages, %zu calls", all, announced);
    check(all > 0 && all < MOST, "what waits is bounded");
    check(strangers == 0, "nothing is told of a call that was not announced");
    check(idle + 1 >= announced, "each call that was announced comes to its end, but the last");
    ITBasicCallControl_Disconnect(up, DC_NORMAL);
    ITBasicCallControl_Release(up);
    ITAddress_Release(from);
    client_close(&client);
    program_end(&program);
    return tests_done();
}
