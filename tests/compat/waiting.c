/*
 * Events and critical sections of the compat headers between threads. As C and as C++; the system's
 * headers come first on purpose, as many programs have it.
 */
#include <stdio.h>
#include <pthread.h>
#include <windows.h>

#include "check.h"

static HANDLE to_other, from_other;
static CRITICAL_SECTION section;
static LONG volatile turns;
static int guarded;

static void *answer(void *unused) {
    (void)unused;
    for (;;) {
        CHECK(WaitForSingleObject(to_other, PATIENCE) == WAIT_OBJECT_0);
        if (InterlockedIncrement(&turns) > 1000) return NULL;
        CHECK(SetEvent(from_other));
    }
}

/* Two threads take turns; a signal that is lost, or seen twice, ends it. */
static void auto_reset_events(void) {
    pthread_t other;
    int i;
    to_other = CreateEvent(NULL, FALSE, FALSE, NULL);
    from_other = CreateEvent(NULL, FALSE, FALSE, NULL);
    CHECK(to_other && from_other && to_other != from_other);
    CHECK(pthread_create(&other, NULL, answer, NULL) == 0);
    for (i = 1; i <= 1000; ++i) {
        CHECK(SetEvent(to_other));
        CHECK(WaitForSingleObject(from_other, PATIENCE) == WAIT_OBJECT_0);
        CHECK(InterlockedCompareExchange(&turns, 0, 0) == i);
    }
    CHECK(SetEvent(to_other));
    CHECK(pthread_join(other, NULL) == 0);
    /* Twice set is once signalled. */
    CHECK(SetEvent(to_other) && SetEvent(to_other));
    CHECK(WaitForSingleObject(to_other, 0) == WAIT_OBJECT_0);
    CHECK(WaitForSingleObject(to_other, 0) == WAIT_TIMEOUT);
    CHECK(CloseHandle(to_other) && CloseHandle(from_other));
}

static void manual_reset_events(void) {
    HANDLE event = CreateEventW(NULL, TRUE, TRUE, NULL);
    CHECK(WaitForSingleObject(event, INFINITE) == WAIT_OBJECT_0);
    CHECK(WaitForSingleObject(event, 0) == WAIT_OBJECT_0);
    CHECK(ResetEvent(event) && ResetEvent(event));
    CHECK(WaitForSingleObject(event, 1) == WAIT_TIMEOUT);
    CHECK(SetEvent(event));
    CHECK(WaitForSingleObject(event, PATIENCE) == WAIT_OBJECT_0);
    CHECK(CloseHandle(event));
}

static void *set_all(void *handles) {
    int i;
    for (i = 0; i < 3; ++i) CHECK(SetEvent(((HANDLE *)handles)[i]));
    return NULL;
}

static void several_events(void) {
    HANDLE handles[3];
    pthread_t other;
    int i;
    for (i = 0; i < 3; ++i) handles[i] = CreateEventA(NULL, i == 2, FALSE, NULL);
    CHECK(WaitForMultipleObjects(3, handles, FALSE, 0) == WAIT_TIMEOUT);
    CHECK(SetEvent(handles[1]) && SetEvent(handles[2]));
    CHECK(WaitForMultipleObjects(3, handles, FALSE, PATIENCE) == WAIT_OBJECT_0 + 1);
    CHECK(WaitForMultipleObjects(3, handles, FALSE, PATIENCE) == WAIT_OBJECT_0 + 2);
    CHECK(SetEvent(handles[1]));
    /* All or none: what is not complete takes nothing away. */
    CHECK(WaitForMultipleObjects(3, handles, TRUE, 1) == WAIT_TIMEOUT);
    CHECK(WaitForSingleObject(handles[1], 0) == WAIT_OBJECT_0);
    CHECK(pthread_create(&other, NULL, set_all, handles) == 0);
    CHECK(WaitForMultipleObjects(3, handles, TRUE, PATIENCE) == WAIT_OBJECT_0);
    CHECK(pthread_join(other, NULL) == 0);
    CHECK(WaitForMultipleObjects(2, handles, FALSE, 0) == WAIT_TIMEOUT);
    CHECK(WaitForSingleObject(handles[2], 0) == WAIT_OBJECT_0);
    for (i = 0; i < 3; ++i) CHECK(CloseHandle(handles[i]));
}

static void what_is_refused(void) {
    HANDLE event = CreateEvent(NULL, FALSE, FALSE, NULL);
    HANDLE handles[MAXIMUM_WAIT_OBJECTS + 1];
    CHECK(CreateEventA(NULL, FALSE, FALSE, "shared") == NULL && GetLastError() == ERROR_NOT_SUPPORTED);
    CHECK(WaitForSingleObject(NULL, 0) == WAIT_FAILED && GetLastError() == ERROR_INVALID_HANDLE);
    CHECK(WaitForSingleObject(INVALID_HANDLE_VALUE, 0) == WAIT_FAILED);
    CHECK(WaitForMultipleObjects(0, &event, FALSE, 0) == WAIT_FAILED && GetLastError() == ERROR_INVALID_PARAMETER);
    CHECK(WaitForMultipleObjects(MAXIMUM_WAIT_OBJECTS + 1, handles, FALSE, 0) == WAIT_FAILED);
    CHECK(!SetEvent(NULL) && !ResetEvent(NULL) && !CloseHandle(NULL) && !CloseHandle(INVALID_HANDLE_VALUE));
    CHECK(CloseHandle(event));
}

static void *count_up(void *unused) {
    int i;
    (void)unused;
    for (i = 0; i < 20000; ++i) {
        EnterCriticalSection(&section);
        EnterCriticalSection(&section);
        ++guarded;
        LeaveCriticalSection(&section);
        LeaveCriticalSection(&section);
    }
    return NULL;
}

static void *try_to_enter(void *entered) {
    *(BOOL *)entered = TryEnterCriticalSection(&section);
    if (*(BOOL *)entered) LeaveCriticalSection(&section);
    return NULL;
}

static void critical_sections(void) {
    pthread_t others[2];
    BOOL entered = TRUE;
    InitializeCriticalSection(&section);
    CHECK(pthread_create(&others[0], NULL, count_up, NULL) == 0);
    CHECK(pthread_create(&others[1], NULL, count_up, NULL) == 0);
    CHECK(pthread_join(others[0], NULL) == 0 && pthread_join(others[1], NULL) == 0);
    CHECK(guarded == 40000);
    EnterCriticalSection(&section);
    CHECK(TryEnterCriticalSection(&section));
    LeaveCriticalSection(&section);
    CHECK(pthread_create(&others[0], NULL, try_to_enter, &entered) == 0 && pthread_join(others[0], NULL) == 0);
    CHECK(!entered);
    LeaveCriticalSection(&section);
    CHECK(pthread_create(&others[0], NULL, try_to_enter, &entered) == 0 && pthread_join(others[0], NULL) == 0);
    CHECK(entered);
    DeleteCriticalSection(&section);
    CHECK(InitializeCriticalSectionAndSpinCount(&section, 4000));
    DeleteCriticalSection(&section);
}

static void interlocked(void) {
    LONG volatile number = 5;
    PVOID volatile pointer = NULL;
    CHECK(InterlockedIncrement(&number) == 6 && InterlockedDecrement(&number) == 5);
    {
        struct sink { LONG references; LONG calls; } sink = { 1, 2 };
        LONG *calls = &sink.calls;

        CHECK(CONTAINING_RECORD(calls, struct sink, calls) == &sink);
    }
    CHECK(InterlockedExchange(&number, -1) == 5 && number == -1);
    CHECK(InterlockedExchangeAdd(&number, 3) == -1 && number == 2);
    CHECK(InterlockedCompareExchange(&number, 9, 1) == 2 && number == 2);
    CHECK(InterlockedCompareExchange(&number, 9, 2) == 2 && number == 9);
    CHECK(InterlockedOr(&number, 6) == 9 && InterlockedAnd(&number, 3) == 15 && number == 3);
    CHECK(InterlockedExchangePointer(&pointer, &section) == NULL);
    CHECK(InterlockedCompareExchangePointer(&pointer, NULL, &section) == &section && pointer == NULL);
}

static void time_goes_on(void) {
    const ULONGLONG before = GetTickCount64();
    const DWORD short_before = GetTickCount();
    Sleep(20);
    CHECK(GetTickCount64() - before >= 20);
    CHECK(GetTickCount() - short_before >= 19);
}

int main(void) {
    auto_reset_events();
    manual_reset_events();
    several_events();
    what_is_refused();
    critical_sections();
    interlocked();
    time_goes_on();
    puts("done");
    return 0;
}
