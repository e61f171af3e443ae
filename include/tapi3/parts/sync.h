/*
 * Part of the compat headers: events behind HANDLEs, waiting for them, critical sections, Sleep and
 * the tick count. An event is an eventfd: it costs one descriptor, SetEvent may be called in a
 * signal handler, and an event that several processes share by name does not exist.
 */
#ifndef TAPI3_PARTS_SYNC_H
#define TAPI3_PARTS_SYNC_H

#include "error.h"
#include "types.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#define WAIT_OBJECT_0 0u
#define WAIT_ABANDONED_0 0x80u
#define WAIT_ABANDONED 0x80u
#define WAIT_TIMEOUT 258u
#define WAIT_FAILED 0xffffffffu
#define MAXIMUM_WAIT_OBJECTS 64

/* A C compiler that was told -std=c11 hides what POSIX has beyond C; the library needs Linux. */
#if !defined(__cplusplus) && !defined(CLOCK_MONOTONIC)
#define TAPI3_CLOCK_MONOTONIC 1
extern int clock_gettime(int clock, struct timespec *now);
extern int nanosleep(const struct timespec *rest, struct timespec *left);
#else
#define TAPI3_CLOCK_MONOTONIC CLOCK_MONOTONIC
#endif
#if !defined(__cplusplus) && defined(__GLIBC__) && !defined(__USE_UNIX98) && !defined(__USE_XOPEN2K8)
#define TAPI3_MUTEX_RECURSIVE PTHREAD_MUTEX_RECURSIVE_NP
extern int pthread_mutexattr_settype(pthread_mutexattr_t *attributes, int kind);
#else
#define TAPI3_MUTEX_RECURSIVE PTHREAD_MUTEX_RECURSIVE
#endif

/* A HANDLE below this is a descriptor, of which TAPI 2 gives one: no event lies at such an address,
 * and no process has so many descriptors. */
#define TAPI3_HANDLES_OF_DESCRIPTORS 0x200000u

static inline BOOL tapi3_is_descriptor(HANDLE handle) {
    return handle != NULL && (uintptr_t)handle < TAPI3_HANDLES_OF_DESCRIPTORS;
}

/* An event that the program made itself, and may set, reset and close. */
static inline TAPI3_EVENT *tapi3_event_of(HANDLE handle) {
    return handle == INVALID_HANDLE_VALUE || tapi3_is_descriptor(handle) ? NULL : (TAPI3_EVENT *)handle;
}

/* What is to be polled for a HANDLE that can be waited for; -1 if there is nothing. */
static inline int tapi3_descriptor_of(HANDLE handle) {
    const TAPI3_EVENT *own = tapi3_event_of(handle);
    if (tapi3_is_descriptor(handle)) return (int)(intptr_t)handle;
    return own ? own->descriptor : -1;
}

/** Milliseconds since the machine started. */
static inline ULONGLONG GetTickCount64(void) {
    struct timespec now;
    clock_gettime(TAPI3_CLOCK_MONOTONIC, &now);
    return (ULONGLONG)now.tv_sec * 1000u + (ULONGLONG)now.tv_nsec / 1000000u;
}

/** The same in 32 bits: it starts anew after 49.7 days. */
static inline DWORD GetTickCount(void) {
    return (DWORD)GetTickCount64();
}

/** Waits so many milliseconds; 0 lets other threads run, INFINITE never comes back. */
static inline void Sleep(DWORD milliseconds) {
    struct timespec rest;
    if (milliseconds == INFINITE) {
        for (;;) pause();
    }
    rest.tv_sec = (time_t)(milliseconds / 1000u);
    rest.tv_nsec = (long)(milliseconds % 1000u) * 1000000L;
    while (nanosleep(&rest, &rest) != 0 && errno == EINTR) {
    }
}

/* ---- Events ---- */

/** Signals an event: one waiter of an auto-reset event goes on, or all of a manual-reset one. */
static inline BOOL SetEvent(HANDLE event) {
    const uint64_t one = 1;
    TAPI3_EVENT *own = tapi3_event_of(event);
    if (!own) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    /* A full counter is signalled already. */
    if (write(own->descriptor, &one, sizeof one) < 0 && errno != EAGAIN) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    return TRUE;
}

/** Takes an event's signal away, if it has one; tells whether it had. */
static inline BOOL tapi3_event_take(const TAPI3_EVENT *event) {
    uint64_t count;
    return read(event->descriptor, &count, sizeof count) == (ssize_t)sizeof count;
}

/** Takes the signal of an event away. */
static inline BOOL ResetEvent(HANDLE event) {
    TAPI3_EVENT *own = tapi3_event_of(event);
    if (!own) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    tapi3_event_take(own);
    return TRUE;
}

/** `name` in either encoding; shared by CreateEventA and CreateEventW. */
static inline HANDLE tapi3_event_create(BOOL manual, BOOL signalled, BOOL named) {
    TAPI3_EVENT *event;
    if (named) {
        SetLastError(ERROR_NOT_SUPPORTED);
        return NULL;
    }
    event = (TAPI3_EVENT *)malloc(sizeof *event);
    if (!event) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    event->manual = manual;
    event->descriptor = eventfd(signalled ? 1 : 0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (event->descriptor < 0) {
        SetLastError(errno == ENOMEM ? ERROR_NOT_ENOUGH_MEMORY : ERROR_TOO_MANY_OPEN_FILES);
        free(event);
        return NULL;
    }
    SetLastError(NO_ERROR);
    return event;
}

/**
 * Makes an event. A manual-reset one stays signalled until ResetEvent, another until one wait has
 * seen it. `name` must be NULL: events are not shared between processes.
 *
 * Returns a HANDLE, to be closed with CloseHandle; NULL on failure, see GetLastError.
 */
static inline HANDLE CreateEventA(LPSECURITY_ATTRIBUTES attributes, BOOL manual, BOOL signalled, LPCSTR name) {
    (void)attributes;
    return tapi3_event_create(manual, signalled, name != NULL);
}

static inline HANDLE CreateEventW(LPSECURITY_ATTRIBUTES attributes, BOOL manual, BOOL signalled, LPCWSTR name) {
    (void)attributes;
    return tapi3_event_create(manual, signalled, name != NULL);
}

#if defined(UNICODE) || defined(_UNICODE)
#define CreateEvent CreateEventW
#else
#define CreateEvent CreateEventA
#endif

/** Closes a HANDLE. Nobody may be waiting for it. */
static inline BOOL CloseHandle(HANDLE handle) {
    TAPI3_EVENT *own = tapi3_event_of(handle);
    if (!own) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    close(own->descriptor);
    free(own);
    return TRUE;
}

/* ---- Waiting ---- */

/** What is left of a wait that ends at `end` (of GetTickCount64), as poll takes it: -1 for ever. */
static inline int tapi3_wait_rest(DWORD milliseconds, ULONGLONG end) {
    ULONGLONG now;
    if (milliseconds == INFINITE) return -1;
    now = GetTickCount64();
    if (now >= end) return 0;
    /* poll takes 24 days at most; who wakes early looks again. */
    return end - now > 0x7fffffffu ? 0x7fffffff : (int)(end - now);
}

/** Takes every event's signal, or none: what was taken before one that has none is given back. */
static inline BOOL tapi3_wait_take_all(DWORD count, const HANDLE *handles) {
    DWORD taken;
    for (taken = 0; taken < count; ++taken) {
        TAPI3_EVENT *event = tapi3_event_of(handles[taken]);
        if (event && !event->manual && !tapi3_event_take(event)) break;
    }
    if (taken == count) return TRUE;
    while (taken-- > 0) {
        const TAPI3_EVENT *event = tapi3_event_of(handles[taken]);
        if (event && !event->manual) SetEvent(handles[taken]);
    }
    return FALSE;
}

/**
 * Waits until one of up to 64 events is signalled, or all of them. The event of a program for TAPI 2
 * (LINEINITIALIZEEXPARAMS.Handles.hEvent) is signalled as long as messages wait.
 *
 * Returns WAIT_OBJECT_0 + the index of the (first) event, WAIT_TIMEOUT, or WAIT_FAILED (see
 * GetLastError).
 */
static inline DWORD WaitForMultipleObjects(DWORD count, const HANDLE *handles, BOOL all, DWORD milliseconds) {
    struct pollfd looks[MAXIMUM_WAIT_OBJECTS];
    const ULONGLONG end = GetTickCount64() + milliseconds;
    DWORD i;
    if (count == 0 || count > MAXIMUM_WAIT_OBJECTS || !handles) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return WAIT_FAILED;
    }
    for (i = 0; i < count; ++i) {
        looks[i].fd = tapi3_descriptor_of(handles[i]);
        if (looks[i].fd < 0) {
            SetLastError(ERROR_INVALID_HANDLE);
            return WAIT_FAILED;
        }
    }
    for (;;) {
        const int rest = tapi3_wait_rest(milliseconds, end);
        DWORD missing = 0;
        int ready;
        for (i = 0; i < count; ++i) {
            looks[i].events = POLLIN;
            looks[i].revents = 0;
        }
        ready = poll(looks, count, rest);
        if (ready < 0 && errno != EINTR) {
            SetLastError(ERROR_NOT_ENOUGH_MEMORY);
            return WAIT_FAILED;
        }
        for (i = 0; ready > 0 && i < count; ++i) {
            TAPI3_EVENT *event = tapi3_event_of(handles[i]);
            if (looks[i].revents & POLLNVAL) {
                SetLastError(ERROR_INVALID_HANDLE);
                return WAIT_FAILED;
            }
            if (!(looks[i].revents & POLLIN)) {
                ++missing;
            } else if (!all && (!event || event->manual || tapi3_event_take(event))) {
                return WAIT_OBJECT_0 + i;
            }
        }
        if (all && ready > 0 && missing == 0 && tapi3_wait_take_all(count, handles)) return WAIT_OBJECT_0;
        if (rest == 0) return WAIT_TIMEOUT;
        /* Some are signalled and some not: look for a change of the missing ones only. */
        if (all && ready > 0 && missing > 0) {
            for (i = 0; i < count; ++i) {
                if (looks[i].revents & POLLIN) looks[i].events = 0;
                looks[i].revents = 0;
            }
            poll(looks, count, tapi3_wait_rest(milliseconds, end));
        }
    }
}

/** Waits for one event; see WaitForMultipleObjects. */
static inline DWORD WaitForSingleObject(HANDLE handle, DWORD milliseconds) {
    return WaitForMultipleObjects(1, &handle, FALSE, milliseconds);
}

/* ---- Critical sections ---- */

/** A lock that its holder may take again. */
typedef struct CRITICAL_SECTION {
    pthread_mutex_t mutex;
} CRITICAL_SECTION, *PCRITICAL_SECTION, *LPCRITICAL_SECTION;

static inline void InitializeCriticalSection(CRITICAL_SECTION *section) {
    pthread_mutexattr_t recursive;
    pthread_mutexattr_init(&recursive);
    pthread_mutexattr_settype(&recursive, TAPI3_MUTEX_RECURSIVE);
    pthread_mutex_init(&section->mutex, &recursive);
    pthread_mutexattr_destroy(&recursive);
}

/** As InitializeCriticalSection; the spinning is left to pthread. */
static inline BOOL InitializeCriticalSectionAndSpinCount(CRITICAL_SECTION *section, DWORD spins) {
    (void)spins;
    InitializeCriticalSection(section);
    return TRUE;
}

static inline void EnterCriticalSection(CRITICAL_SECTION *section) {
    pthread_mutex_lock(&section->mutex);
}

/** Takes the lock if it is free or this thread's already; tells whether it did. */
static inline BOOL TryEnterCriticalSection(CRITICAL_SECTION *section) {
    return pthread_mutex_trylock(&section->mutex) == 0;
}

static inline void LeaveCriticalSection(CRITICAL_SECTION *section) {
    pthread_mutex_unlock(&section->mutex);
}

/** Nobody may hold it. */
static inline void DeleteCriticalSection(CRITICAL_SECTION *section) {
    pthread_mutex_destroy(&section->mutex);
}

#endif /* TAPI3_PARTS_SYNC_H */
