/*
 * tapi.h for programs that were written for TAPI 2: its functions, structures and numbers, over the
 * lines and calls that the interfaces of tapi3.h have. docs/tapi2.md tells what works and how a
 * program gets its messages.
 *
 * Made by codegen from idl/tapi2; not to be edited.
 *
 * Structures are packed. Text is UTF-8 in the functions whose names end with A or with nothing, and
 * UTF-16 in those that end with W; a name without an ending stands for W where the program defines
 * UNICODE. Structures have the size of TAPI_CURRENT_VERSION 3.1 whatever the program says: the
 * version that it opens a line with decides how much of them is used.
 */
#ifndef TAPI3_COMPAT_TAPI_H
#define TAPI3_COMPAT_TAPI_H

#include "windows.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef TAPI_CURRENT_VERSION
#define TAPI_CURRENT_VERSION 0x00030001
#endif

/* ---- Types ---- */

typedef uint32_t HCALL, *LPHCALL;
typedef uint32_t HCALLHUB, *LPHCALLHUB;
typedef uint32_t HLINE, *LPHLINE;
typedef uint32_t HPHONE, *LPHPHONE;
typedef uint32_t HLINEAPP, *LPHLINEAPP;
typedef uint32_t HPHONEAPP, *LPHPHONEAPP;
typedef uint32_t HAGENTSESSION, *LPHAGENTSESSION;
typedef uint32_t HAGENT, *LPHAGENT;
typedef uint32_t HPRIVATECHANNEL, *LPHPRIVATECHANNEL;
typedef CY CURRENCY;
typedef void *HICON;
typedef HICON *LPHICON;

#ifndef TAPI3_SYSTEMTIME
#define TAPI3_SYSTEMTIME
/** A time of the calendar, in UTC. */
typedef struct SYSTEMTIME {
    WORD wYear;
    WORD wMonth;
    WORD wDayOfWeek;
    WORD wDay;
    WORD wHour;
    WORD wMinute;
    WORD wSecond;
    WORD wMilliseconds;
} SYSTEMTIME, *PSYSTEMTIME, *LPSYSTEMTIME;
#endif

/** Gets the messages of lines, in tapi3_line_pump, or on the library's thread once
 *  tapi3_line_use_thread was called. */
typedef void(CALLBACK *LINECALLBACK)(DWORD hDevice, DWORD dwMessage, DWORD_PTR dwInstance, DWORD_PTR dwParam1,
                                     DWORD_PTR dwParam2, DWORD_PTR dwParam3);
/** As LINECALLBACK, for phones. */
typedef void(CALLBACK *PHONECALLBACK)(DWORD hDevice, DWORD dwMessage, DWORD_PTR dwInstance, DWORD_PTR dwParam1,
                                      DWORD_PTR dwParam2, DWORD_PTR dwParam3);

/* ---- Numbers ---- */

@@CONSTANTS@@

/** The number of a result code's text. There are no message tables here: see tapi3_line_error_name. */
#define TAPIERROR_FORMATMESSAGE(code)                                                                   \
    (((code) > 0xffff0000u) ? ((code) & 0x0000ffffu)                                                    \
     : ((code) & 0x10000000u) ? ((code) - 0x90000000u + 0xf000u)                                        \
                              : ((code) - 0x80000000u + 0xe000u))

/* ---- Structures ---- */

#pragma pack(push, 1)

@@STRUCTURES@@

#pragma pack(pop)

/* ---- Functions ---- */

@@FUNCTIONS@@
#if defined(UNICODE) || defined(_UNICODE)
@@WIDE@@#else
@@NARROW@@#endif

/* ---- What Windows has no function for ---- */

/**
 * Hands messages that wait to the callback of lineInitialize or lineInitializeEx, on the calling thread: the
 * place of the message loop of a program for Windows.
 *
 * `hLineApp`: an application that gets its messages with a callback.
 * `dwTimeout`: how long to wait for the first message, in milliseconds; 0 waits for none, INFINITE for ever.
 *
 * Returns how many messages were handed out, 0 if none came in time; LINEERR_INVALAPPHANDLE if there is no such
 * application, it gets its messages otherwise, or it was shut down meanwhile. The callback may call every function.
 */
LONG WINAPI tapi3_line_pump(HLINEAPP hLineApp, DWORD dwTimeout);

/**
 * Has the callback run on a thread of the library's own from now on, as soon as a message comes, one at a time.
 *
 * `hLineApp`: an application that gets its messages with a callback.
 *
 * Returns 0; LINEERR_INVALAPPHANDLE as tapi3_line_pump; LINEERR_NOMEM if no thread could be started.
 */
LONG WINAPI tapi3_line_use_thread(HLINEAPP hLineApp);

/**
 * Tells the name of a result code, such as "LINEERR_NOTOWNER".
 *
 * `code`: what a function returned, or what came with a reply.
 *
 * Returns text that is never freed; NULL for a number that is no result code.
 */
const char *tapi3_line_error_name(LONG code);

#ifdef __cplusplus
}
#endif

#endif /* TAPI3_COMPAT_TAPI_H */
