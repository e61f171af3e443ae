/*
 * Threads that are to end at their next cancellation point (pthread_cancel) open and close what there
 * is: no function of the library is such a point. What else works is tried so by the programs
 * out_of_memory_*.c.
 */
#include "tapi2_test.h"

static void on_log(LONG level, LPCSTR target, LPCSTR text, void *context)
{
    (void)level;
    (void)target;
    (void)text;
    (void)context;
}

/* ---- TAPI 3 ---- */

static void tapi3_comes_and_goes(void)
{
    Client client;

    client_open(&client, ALL_EVENTS);
    expect(ITTAPI_Shutdown(client.tapi), S_OK, "Shutdown");
    client_close(&client);
    client_open(&client, ALL_EVENTS);
    expect(tapi3_set_log_callback(on_log, TAPI3_LOG_TRACE, NULL), S_OK, "a log callback");
    expect(tapi3_set_log_callback(NULL, 0, NULL), S_OK, "and none");
    client_close(&client);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    configure(NULL);
}

/* ---- TAPI 2 ---- */

static void CALLBACK on_message(DWORD device, DWORD message, DWORD_PTR instance, DWORD_PTR first,
                                DWORD_PTR second, DWORD_PTR third)
{
    (void)device;
    (void)message;
    (void)instance;
    (void)first;
    (void)second;
    (void)third;
}

static void line_comes_and_goes(HLINEAPP app)
{
    HLINE line = 0;
    HCALL call = 0;

    expect_code(lineOpenA(app, 0, &line, 0x00020002, 0, 0, LINECALLPRIVILEGE_OWNER,
                          LINEMEDIAMODE_INTERACTIVEVOICE, NULL),
                0, "lineOpenA");
    expect_request(lineMakeCallA(line, &call, "1001", 0, NULL), "lineMakeCallA");
    expect_code(lineClose(line), 0, "lineClose");
    expect_code(lineShutdown(app), 0, "lineShutdown");
}

static void tapi2_comes_and_goes(void)
{
    LINEINITIALIZEEXPARAMS parameters;
    HLINEAPP app = 0;
    DWORD devices = 0;
    DWORD version = 0x00020002;

    memset(&parameters, 0, sizeof parameters);
    parameters.dwTotalSize = sizeof parameters;
    parameters.dwOptions = LINEINITIALIZEEXOPTION_USEEVENT;
    expect_code(lineInitializeExA(&app, NULL, NULL, "cancelled", &devices, &version, &parameters), 0,
                "lineInitializeExA with an event");
    line_comes_and_goes(app);
    parameters.dwOptions = LINEINITIALIZEEXOPTION_USEHIDDENWINDOW;
    expect_code(lineInitializeExA(&app, NULL, on_message, "cancelled", &devices, &version, &parameters),
                0, "lineInitializeExA with a callback");
    expect_code(tapi3_line_use_thread(app), 0, "on the library's thread");
    line_comes_and_goes(app);
    expect_code(lineInitialize(&app, NULL, on_message, "cancelled", &devices), 0, "lineInitialize");
    line_comes_and_goes(app);
}

/* ---- */

static void *run_cancelled(void *argument)
{
    void (*body)(void);

    memcpy(&body, argument, sizeof body);
    pthread_cancel(pthread_self());
    body();
    pthread_testcancel();
    return NULL;
}

static void on_cancelled_thread(void (*body)(void), const char *name)
{
    check(join_thread(start_thread(run_cancelled, &body)) == PTHREAD_CANCELED,
          "%s: the thread ends behind it", name);
}

int main(void)
{
    tests_begin(280);
    on_cancelled_thread(tapi3_comes_and_goes, "TAPI 3");
    on_cancelled_thread(tapi2_comes_and_goes, "TAPI 2");
    return tests_done();
}
