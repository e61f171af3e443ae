/*
 * lineRedirect when memory runs out: the call rings on where it was offered, or is gone from there and
 * rings elsewhere.
 */
#include "tapi2_memory.h"

/* Where calls ring that were offered on the passing line, and sent on there. */
static HLINE line3;

LINE_ACT(redirect, lineRedirectA(call, "1001", 0))
LINE_ACT(redirect_w, lineRedirectW(call, WIDE("1001"), 0))
LINE_ACT(redirect_to_line, lineRedirectA(call, "2003", 0))

static void prepare_offered(void)
{
    prepare();
    other = make(line1, "2002", LINECALLSTATE_PROCEEDING);
    call = (HCALL)next_of(passing_line, LINE_APPNEWCALL, ANYTHING).dwParam2;
    next_of(call, LINE_CALLSTATE, LINECALLSTATE_OFFERING);
}

static int is_offered(void)
{
    return state_now(call) == LINECALLSTATE_OFFERING && count_of(&program, line3, LINE_APPNEWCALL, ANYTHING) == 0;
}

static int finish_redirected(void)
{
    int good = reply_is(0) && ended(call);

    next_of(other, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
    good = end(other) && good;
    settle();
    return good;
}

static int finish_at_line(void)
{
    int good = reply_is(0) && ended(call);

    third = (HCALL)next_of(line3, LINE_APPNEWCALL, ANYTHING).dwParam2;
    next_of(third, LINE_CALLSTATE, LINECALLSTATE_OFFERING);
    good = lineAnswer(third, NULL, 0) > 0 && good;
    next_of(third, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
    next_of(other, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
    good = end(other) && ended(third) && good;
    settle();
    return good;
}

static const Scenario FALLIBLE[] = {
    { "lineRedirectA", prepare_offered, redirect, is_offered, finish_redirected },
    { "lineRedirectW", prepare_offered, redirect_w, is_offered, finish_redirected },
    { "lineRedirectA to another line", prepare_offered, redirect_to_line, is_offered, finish_at_line },
};

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n"
              "[[line]]\nname = \"Third\"\nprovider = \"sim\"\naddress = \"2003\"\n");
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    passing_line = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    line3 = line_open(&program, 2, LINECALLPRIVILEGE_OWNER);
    for (i = 0; i < sizeof FALLIBLE / sizeof FALLIBLE[0]; i++) {
        survive(&FALLIBLE[i]);
    }
    program_end(&program);
    configure(NULL);
    return tests_done();
}
