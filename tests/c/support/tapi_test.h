/*
 * What the C test programs share: checks that print TAP lines, a TAPI client whose sink records
 * every event, and waiting with a deadline. Compiles as C11 and as C++17.
 */
#ifndef TAPI_TEST_H
#define TAPI_TEST_H

#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#define CINTERFACE
#define COBJMACROS
#include <pthread.h>
#include <stddef.h>
#include <tapi3.h>

#ifdef __cplusplus
#define ID(id) id
extern "C" {
#else
#define ID(id) &id
#endif

/* A literal for a method that takes a BSTR and only reads it. Lives as long as the program. */
#define B(text) test_bstr(OLESTR(text))
BSTR test_bstr(const OLECHAR *text);

/* ---- Checks ---- */

/* One TAP line; `what` is a format. Returns `good`. */
int check(int good, const char *what, ...) __attribute__((format(printf, 2, 3)));

/* One TAP line for a result code. Returns whether it is the one expected. */
#define expect(got, wanted, ...) expect_hr((got), (wanted), __FILE__, __LINE__, __VA_ARGS__)
int expect_hr(HRESULT got, HRESULT wanted, const char *file, int line, const char *what, ...)
    __attribute__((format(printf, 5, 6)));

/* A comment among the TAP lines. */
void note(const char *what, ...) __attribute__((format(printf, 1, 2)));

/* Ends the program at once: what follows would make no sense. */
void bail_out(const char *what, ...) __attribute__((format(printf, 1, 2), noreturn));

/* The plan, and the status for main() to return. */
int tests_done(void);

/* The name of a result code. */
const char *hr_name(HRESULT hr);

/* Starts the program: COM, and an alarm that ends it with a failure after `seconds`, so that a test
 * that hangs is a test that fails. */
void tests_begin(unsigned seconds);

/* Sets the configuration for the next client; NULL for the built-in lines. */
void configure(const char *toml);

/* ---- Events ---- */

/* One event as it arrived. Its pointers have no reference: they are for comparing. */
typedef struct Seen {
    TAPI_EVENT kind;
    ITBasicCallControl *call;
    LONG call_id;
    /* State of a call, kind of notification, cause of an information change, hub or address event;
     * stream event, state of a file, digit, how a generation or gathering ended, number of a tone. */
    LONG what;
    CALL_STATE_EVENT_CAUSE cause;
    LONG instance;
    ITCallHub *hub;
    ITAddress *address;
    /* Of sound: cause or digit mode, error, terminal, track, stream, gathered digits. */
    LONG why;
    HRESULT error;
    ITTerminal *terminal;
    ITFileTrack *track;
    ITStream *stream;
    char digits[32];
} Seen;

/* Everything about the sound of calls. */
#define MEDIA_EVENTS                                                                               \
    (TE_CALLMEDIA | TE_FILETERMINAL | TE_DIGITEVENT | TE_GENERATEEVENT | TE_GATHERDIGITS |         \
     TE_TONEEVENT)

struct Client;

/* Runs inside the sink, before the event is recorded. */
typedef void (*Hook)(struct Client *client, const Seen *seen, void *context);

/* A TAPI object with a sink that records. */
typedef struct Client {
    ITTAPIEventNotification sink;
    volatile LONG references;
    ITTAPI *tapi;
    IConnectionPoint *point;
    DWORD cookie;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    Seen *seen;
    size_t count;
    size_t capacity;
    Hook hook;
    void *hook_context;
    pthread_t delivery_thread;
    int several_threads;
} Client;

#define ALL_EVENTS                                                                                 \
    (TE_TAPIOBJECT | TE_ADDRESS | TE_CALLNOTIFICATION | TE_CALLSTATE | TE_CALLHUB |                \
     TE_CALLINFOCHANGE)

/* An initialised TAPI object that hears `events`; 0 opens one without a sink. */
void client_open(Client *client, LONG events);

/* Shuts it down and releases everything; checks that nobody keeps the TAPI object or the sink. */
void client_close(Client *client);

/* Calls `hook` inside the sink from now on. */
void client_hook(Client *client, Hook hook, void *context);

/* Forgets what was recorded. */
void client_forget(Client *client);

/* The address with this number. The caller releases it. */
ITAddress *client_address(Client *client, const OLECHAR *number);

/* Registers to own incoming calls of `address`, to monitor them, or both. */
LONG client_register(Client *client, ITAddress *address, int monitor, int owner, LONG instance);

/* Any call will do. */
#define ANY_CALL ((ITBasicCallControl *)0)
/* Any value will do. */
#define ANY (-1)

/* How many events of this kind were recorded. */
size_t client_count(Client *client, TAPI_EVENT kind, const ITBasicCallControl *call, LONG what);

/* Waits for an event of this kind; returns whether it came, and copies it to `seen` if given. */
int client_wait(Client *client, TAPI_EVENT kind, const ITBasicCallControl *call, LONG what,
                Seen *seen);

/* Waits for a state of a call, and checks its cause. One TAP line. */
#define expect_state(client, call, state, cause, ...)                                              \
    expect_state_at((client), (call), (state), (cause), __FILE__, __LINE__, __VA_ARGS__)
int expect_state_at(Client *client, const ITBasicCallControl *call, CALL_STATE state,
                    CALL_STATE_EVENT_CAUSE cause, const char *file, int line, const char *what, ...)
    __attribute__((format(printf, 7, 8)));

/* Waits until every event that was raised before this call has been delivered. Needs ALL_EVENTS. */
void client_flush(Client *client);

/* Waits for an incoming call's notification and takes its call out: the oldest that nobody took.
 * The caller releases it. */
ITBasicCallControl *client_take_call(Client *client);

/* ---- Calls ---- */

/* A new idle call. Ends the program if it cannot be made. */
ITBasicCallControl *new_call(ITAddress *address, const OLECHAR *destination);

/* A call that was connected with Connect(VARIANT_TRUE). */
ITBasicCallControl *connected_call(ITAddress *address, const OLECHAR *destination);

/* The state that ITCallInfo tells. */
CALL_STATE state_of(ITBasicCallControl *call);

/* CIL_CALLID. */
LONG id_of(ITBasicCallControl *call);

/* QueryInterface or the end of the program. */
void *query(void *object, REFIID iid);

/* Calls something that fails, so that the thread has an error info. */
void leave_error_info(void);

/* The reference count, by AddRef and Release. */
ULONG references_of(void *object);

/* Takes a text and compares it with `wanted` (UTF-8); frees it. */
int text_is(BSTR text, const char *wanted);

/* Runs `body(argument)` on another thread. */
pthread_t start_thread(void *(*body)(void *), void *argument);

/* Waits for it and gives back what it returned. */
void *join_thread(pthread_t thread);

/* Milliseconds of the monotonic clock. */
LONGLONG now_ms(void);

/* Waits up to ten seconds for `*flag` to become something else than 0. */
int wait_for_flag(const volatile int *flag);
void set_flag(volatile int *flag);

#ifdef __cplusplus
}
#endif

#endif /* TAPI_TEST_H */
