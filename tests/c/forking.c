/*
 * A process that forks while its threads are in the library, with a call up:
 *
 *     forking MODE DESTINATION [ROUNDS]
 *
 * "busy":   children ask the objects that they have inherited, let go of them, and leave; some make
 *           a TAPI object of their own and use it.
 * "port":   DESTINATION is a configuration, whose port is free when the parent has closed its line.
 * "sink":   the same out of a sink, which comes back in the child as well.
 * "log":    as "sink", out of the log's function.
 *
 * A child says by its status what went wrong. At the end the parent hangs up its call.
 */
#include "tapi_test.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static Client client;
static ITAddress *address;
static ITBasicCallControl *call;
static volatile int stop, forked_in_sink;

/* Anything that takes locks, over and over. */
static void *busy(void *unused)
{
    (void)unused;
    while (!stop) {
        ITBasicCallControl *other = new_call(address, OLESTR("sip:nobody@127.0.0.1"));
        IEnumAddress *addresses = NULL;

        ITTAPI_EnumerateAddresses(client.tapi, &addresses);
        IEnumAddress_Release(addresses);
        state_of(call);
        ITBasicCallControl_Disconnect(other, DC_NORMAL);
        ITBasicCallControl_Release(other);
    }
    return NULL;
}

/* Opens and closes, which holds locks for long. */
static void *open_and_close(void *unused)
{
    (void)unused;
    while (!stop) {
        Client other;

        client_open(&other, TE_CALLSTATE);
        ITTAPI_Shutdown(other.tapi);
        IConnectionPoint_Release(other.point);
        ITTAPI_Release(other.tapi);
    }
    return NULL;
}

/* Ends the child unless `good`. */
static void must(int good, int status)
{
    if (!good) {
        _exit(status);
    }
}

static int is_refused(HRESULT hr)
{
    char *message = tapi3_last_error_message();
    int clear = message != NULL && strstr(message, "forked") != NULL;

    CoTaskMemFree(message);
    return hr == TAPI_E_NOT_INITIALIZED && clear;
}

/* The objects of the parent. */
static void use_what_was_inherited(void)
{
    ITCallInfo *info = NULL;
    ITAddress *mine = NULL;
    IEnumAddress *addresses = (IEnumAddress *)&client;
    CALL_STATE state;
    BSTR name = NULL;

    must(is_refused(ITBasicCallControl_Disconnect(call, DC_NORMAL)), 10);
    must(is_refused(ITBasicCallControl_Connect(call, VARIANT_TRUE)), 11);
    must(ITBasicCallControl_QueryInterface(call, ID(IID_ITCallInfo), (void **)&info) == S_OK, 12);
    must(is_refused(ITCallInfo_get_CallState(info, &state)), 13);
    must(is_refused(ITCallInfo_get_Address(info, &mine)) && mine == NULL, 14);
    ITCallInfo_Release(info);
    must(is_refused(ITAddress_get_AddressName(address, &name)) && name == NULL, 15);
    must(is_refused(ITTAPI_EnumerateAddresses(client.tapi, &addresses)) && addresses == NULL, 16);
    must(is_refused(ITTAPI_Initialize(client.tapi)), 17);
    must(is_refused(ITTAPI_Shutdown(client.tapi)), 18);
    if (client.point != NULL) {
        must(is_refused(IConnectionPoint_Unadvise(client.point, client.cookie)), 19);
        IConnectionPoint_Release(client.point);
    }
    ITBasicCallControl_Release(call);
    ITAddress_Release(address);
    ITTAPI_Release(client.tapi);
}

/* A TAPI object of the child's own, on a line that needs nobody: the second one. */
static void use_an_own_one(ITBasicCallControl *inherited)
{
    static Client other;
    IEnumAddress *addresses = NULL;
    ITAddress *own = NULL;
    ITBasicCallControl *mine = NULL;

    client_open(&other, TE_CALLSTATE);
    must(ITTAPI_EnumerateAddresses(other.tapi, &addresses) == S_OK, 32);
    must(IEnumAddress_Skip(addresses, 1) == S_OK, 33);
    must(IEnumAddress_Next(addresses, 1, &own, NULL) == S_OK, 34);
    mine = new_call(own, OLESTR("1001"));
    must(ITBasicCallControl_Connect(mine, VARIANT_TRUE) == S_OK, 35);
    must(ITBasicCallControl_Transfer(mine, inherited, VARIANT_FALSE) == E_INVALIDARG, 36);
    must(client_wait(&other, TE_CALLSTATE, mine, CS_CONNECTED, NULL), 36);
    must(ITBasicCallControl_Disconnect(mine, DC_NORMAL) == S_OK, 37);
    ITBasicCallControl_Release(mine);
    ITAddress_Release(own);
    IEnumAddress_Release(addresses);
    must(ITTAPI_Shutdown(other.tapi) == S_OK, 38);
    IConnectionPoint_Release(other.point);
    ITTAPI_Release(other.tapi);
}

/* A child that lives on does not keep the line's port. */
static void check_port(const char *configuration)
{
    pid_t child;
    int ready[2];
    char byte;

    configure(configuration);
    client_open(&client, 0);
    if (pipe(ready) != 0) {
        bail_out("pipe");
    }
    child = fork();
    if (child == 0) {
        must(write(ready[1], "", 1) == 1, 50);
        signal(SIGALRM, SIG_DFL);
        alarm(60);
        for (;;) {
            pause();
        }
    }
    check(read(ready[0], &byte, 1) == 1, "the child runs");
    expect(ITTAPI_Shutdown(client.tapi), S_OK, "the parent shuts down");
    ITTAPI_Release(client.tapi);
    client_open(&client, 0);
    check(1, "the parent has its port again");
    ITTAPI_Shutdown(client.tapi);
    ITTAPI_Release(client.tapi);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}

/* Waits for a child; returns whether it ended well. */
static int ended_well(pid_t child)
{
    int status = 0;

    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return 0;
        }
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        note("a child ended with status 0x%x", (unsigned)status);
        return 0;
    }
    return 1;
}

static pid_t fork_one(int round)
{
    pid_t child = fork();

    if (child != 0) {
        return child;
    }
    alarm(30); /* one that hangs is one that fails */
    if (round % 4 == 0) {
        ITBasicCallControl_AddRef(call);
    }
    use_what_was_inherited();
    if (round % 4 == 0) {
        use_an_own_one(call);
    }
    if (round % 4 == 1) {
        /* A grandchild is a child as well. */
        child = fork();
        if (child == 0) {
            alarm(30);
            use_an_own_one(call);
            exit(0);
        }
        must(ended_well(child), 40);
    }
    exit(0);
}

/* As ended_well, of a child that no alarm reaches: it has the log's thread, which takes no signals. */
static int ends_by_itself(pid_t child)
{
    struct timespec pause = { 0, 10000000 };
    LONGLONG end = now_ms() + 30000;
    int status = 0;

    while (waitpid(child, &status, WNOHANG) == 0) {
        if (now_ms() > end) {
            note("a child does not end");
            kill(child, SIGKILL);
            waitpid(child, NULL, 0);
            return 0;
        }
        nanosleep(&pause, NULL);
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static int forked_in_log, child_of_log_is_well;

static void on_line(LONG level, const char *target, const char *text, void *context)
{
    pid_t parent = getpid(), child;

    (void)level;
    (void)text;
    (void)context;
    if (strcmp(target, "fork") != 0) {
        return;
    }
    child = fork();
    if (child == 0) {
        use_what_was_inherited();
        return; /* to the library, in a process that has no other thread */
    }
    if (getpid() == parent) {
        child_of_log_is_well = ends_by_itself(child);
        set_flag(&forked_in_log);
    }
}

static void on_event(Client *to, const Seen *seen, void *context)
{
    static pid_t parent;
    pid_t child;

    (void)to;
    (void)context;
    if (seen->kind != TE_CALLSTATE || seen->what != CS_CONNECTED) {
        return;
    }
    parent = getpid();
    child = fork();
    if (child == 0) {
        alarm(30);
        use_what_was_inherited();
        return; /* to the library, in a process that has no other thread */
    }
    if (getpid() == parent && ended_well(child)) {
        set_flag(&forked_in_sink);
    }
}

int main(int count, char **arguments)
{
    IEnumAddress *addresses = NULL;
    BSTR destination;
    pthread_t threads[3];
    int sink, log, rounds, i, good = 0;

    if (count < 3) {
        return 2;
    }
    if (strcmp(arguments[1], "port") == 0) {
        tests_begin(60);
        check_port(arguments[2]);
        return tests_done();
    }
    sink = strcmp(arguments[1], "sink") == 0;
    log = strcmp(arguments[1], "log") == 0;
    rounds = count > 3 ? atoi(arguments[3]) : 40;
    tests_begin(280);
    client_open(&client, sink ? TE_CALLSTATE : 0);
    if (sink) {
        client_hook(&client, on_event, NULL);
    }
    ITTAPI_EnumerateAddresses(client.tapi, &addresses);
    IEnumAddress_Next(addresses, 1, &address, NULL);
    IEnumAddress_Release(addresses);
    destination = tapi3_utf8_to_bstr(arguments[2]);
    ITAddress_CreateCall(address, destination, LINEADDRESSTYPE_DOMAINNAME, TAPIMEDIATYPE_AUDIO,
                         &call);
    SysFreeString(destination);
    expect(ITBasicCallControl_Connect(call, VARIANT_TRUE), S_OK, "the parent calls");
    if (sink) {
        check(wait_for_flag(&forked_in_sink), "a child that was forked in a sink ends");
    } else if (log) {
        expect(tapi3_set_log_callback(on_line, TAPI3_LOG_ERROR, NULL), S_OK, "a log callback");
        tapi3_log(TAPI3_LOG_ERROR, "fork", "now");
        check(wait_for_flag(&forked_in_log) && child_of_log_is_well,
              "a child that was forked in the log's function ends");
        expect(tapi3_set_log_callback(NULL, 0, NULL), S_OK, "no log callback");
    } else {
        threads[0] = start_thread(busy, NULL);
        threads[1] = start_thread(busy, NULL);
        threads[2] = start_thread(open_and_close, NULL);
        for (i = 0; i < rounds; i++) {
            good += ended_well(fork_one(i));
        }
        stop = 1;
        for (i = 0; i < 3; i++) {
            join_thread(threads[i]);
        }
        check(good == rounds, "%d of %d children end well", good, rounds);
    }
    check(state_of(call) == CS_CONNECTED, "the parent's call is still up");
    expect(ITBasicCallControl_Disconnect(call, DC_NORMAL), S_OK, "the parent hangs up");
    ITBasicCallControl_Release(call);
    ITAddress_Release(address);
    expect(ITTAPI_Shutdown(client.tapi), S_OK, "the parent shuts down");
    return tests_done();
}
