/*
 * Part of the compat headers: the thread's last error of the functions in these headers, one for
 * all translation units, C and C++.
 */
#ifndef TAPI3_PARTS_LAST_ERROR_H
#define TAPI3_PARTS_LAST_ERROR_H

#include "types.h"

#define NO_ERROR 0u
#define ERROR_SUCCESS 0u
#define ERROR_INVALID_FUNCTION 1u
#define ERROR_FILE_NOT_FOUND 2u
#define ERROR_PATH_NOT_FOUND 3u
#define ERROR_TOO_MANY_OPEN_FILES 4u
#define ERROR_ACCESS_DENIED 5u
#define ERROR_INVALID_HANDLE 6u
#define ERROR_NOT_ENOUGH_MEMORY 8u
#define ERROR_INVALID_DATA 13u
#define ERROR_OUTOFMEMORY 14u
#define ERROR_WRITE_PROTECT 19u
#define ERROR_SHARING_VIOLATION 32u
#define ERROR_NOT_SUPPORTED 50u
#define ERROR_INVALID_PARAMETER 87u
#define ERROR_DISK_FULL 112u
#define ERROR_CALL_NOT_IMPLEMENTED 120u
#define ERROR_INSUFFICIENT_BUFFER 122u
#define ERROR_ALREADY_EXISTS 183u
#define ERROR_FILENAME_EXCED_RANGE 206u
#define ERROR_MORE_DATA 234u
#define ERROR_NO_MORE_ITEMS 259u
#define ERROR_MR_MID_NOT_FOUND 317u
#define ERROR_CANCELLED 1223u
#define ERROR_TIMEOUT 1460u
#define ERROR_INVALID_FLAGS 1004u
#define ERROR_NO_UNICODE_TRANSLATION 1113u
#define ERROR_IO_DEVICE 1117u

EXTERN_C DECLSPEC_SELECTANY __thread DWORD tapi3_compat_last_error;
#ifdef __cplusplus
extern "C" {
#endif
DECLSPEC_SELECTANY __thread DWORD tapi3_compat_last_error = 0;
#ifdef __cplusplus
}
#endif

/** The code that a function of these headers left when it failed last on this thread. */
static inline DWORD GetLastError(void) {
    return tapi3_compat_last_error;
}

static inline void SetLastError(DWORD code) {
    tapi3_compat_last_error = code;
}

#endif /* TAPI3_PARTS_LAST_ERROR_H */
