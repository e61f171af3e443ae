/*
 * Part of the compat headers: error codes of Win32, the thread's last one, and FormatMessage, which
 * knows the codes of COM, of TAPI and those below.
 */
#ifndef TAPI3_PARTS_ERROR_H
#define TAPI3_PARTS_ERROR_H

#include "text.h"
#include "types.h"

#include <stdlib.h>

#ifndef FACILITY_NULL
#define FACILITY_NULL 0
#endif
#ifndef FACILITY_DISPATCH
#define FACILITY_DISPATCH 2
#endif
#ifndef FACILITY_WIN32
#define FACILITY_WIN32 7
#endif

/** An HRESULT for a code of Win32; 0 stays S_OK. */
static inline HRESULT HRESULT_FROM_WIN32(DWORD code) {
    return (code & 0x80000000u) != 0 || code == 0 ? code : (code & 0xffffu) | 0x80070000u;
}

/* ---- Messages ---- */

#define FORMAT_MESSAGE_ALLOCATE_BUFFER 0x100u
#define FORMAT_MESSAGE_IGNORE_INSERTS 0x200u
#define FORMAT_MESSAGE_FROM_STRING 0x400u
#define FORMAT_MESSAGE_FROM_HMODULE 0x800u
#define FORMAT_MESSAGE_FROM_SYSTEM 0x1000u
#define FORMAT_MESSAGE_ARGUMENT_ARRAY 0x2000u
#define FORMAT_MESSAGE_MAX_WIDTH_MASK 0xffu
#define LANG_NEUTRAL 0
#define SUBLANG_DEFAULT 1
#define MAKELANGID(primary, sub) ((WORD)(((WORD)(sub) << 10) | (WORD)(primary)))

/** Frees what FormatMessage allocated; always NULL. */
static inline HLOCAL LocalFree(HLOCAL memory) {
    free(memory);
    return NULL;
}

/** Writes a pointer where the caller's pointer is, for FORMAT_MESSAGE_ALLOCATE_BUFFER. */
static inline void tapi3_give_buffer(void *where, void *memory) {
    memcpy(where, &memory, sizeof memory);
}

/** What a code of Win32 means; NULL for one that is not known here. */
static inline const char *tapi3_win32_message(DWORD code) {
    switch (code) {
    case NO_ERROR: return "The operation completed successfully.";
    case ERROR_FILE_NOT_FOUND: return "There is no such file.";
    case ERROR_PATH_NOT_FOUND: return "A folder on the way to the file is none.";
    case ERROR_ACCESS_DENIED: return "Access is denied.";
    case ERROR_TOO_MANY_OPEN_FILES: return "The process has no descriptor left.";
    case ERROR_INVALID_HANDLE: return "The handle is invalid.";
    case ERROR_INVALID_DATA: return "The data is not valid.";
    case ERROR_NOT_ENOUGH_MEMORY:
    case ERROR_OUTOFMEMORY: return "There is not enough memory.";
    case ERROR_WRITE_PROTECT: return "It is write-protected.";
    case ERROR_SHARING_VIOLATION: return "The file is in use.";
    case ERROR_NOT_SUPPORTED: return "This is not supported here.";
    case ERROR_INVALID_PARAMETER: return "A parameter is wrong.";
    case ERROR_DISK_FULL: return "There is no room on the disk.";
    case ERROR_INSUFFICIENT_BUFFER: return "The buffer is too small.";
    case ERROR_FILENAME_EXCED_RANGE: return "The file's name is too long.";
    case ERROR_NO_UNICODE_TRANSLATION: return "The text is not valid in its encoding.";
    case ERROR_IO_DEVICE: return "The device failed.";
    case ERROR_MR_MID_NOT_FOUND: return "There is no message for this code.";
    default: return NULL;
    }
}

/** The sentence for a code; NULL when nobody knows it. */
static inline const char *tapi3_system_message(DWORD code) {
    const char *message = NULL;
    if ((code & 0xffff0000u) == 0x80070000u) message = tapi3_win32_message(code & 0xffffu);
    if (!message && (code & 0x80000000u) == 0) message = tapi3_win32_message(code);
    if (!message && tapi3_hresult_name(code)) message = tapi3_hresult_message(code);
    return message;
}

/**
 * Puts the sentence for an HRESULT or a code of Win32 into a buffer of `size` bytes, UTF-8, followed
 * by a line end (none with FORMAT_MESSAGE_MAX_WIDTH_MASK). With FORMAT_MESSAGE_ALLOCATE_BUFFER
 * `buffer` is the address of a pointer, and what it then points to is freed with LocalFree.
 *
 * Only FORMAT_MESSAGE_FROM_SYSTEM is known. Returns the length without the zero; 0 on failure, see
 * GetLastError.
 */
static inline DWORD FormatMessageA(DWORD flags, LPCVOID source, DWORD code, DWORD language, LPSTR buffer, DWORD size,
                                   va_list *arguments) {
    const char *message;
    const char *end = (flags & FORMAT_MESSAGE_MAX_WIDTH_MASK) == FORMAT_MESSAGE_MAX_WIDTH_MASK ? " " : "\r\n";
    char *target = buffer;
    size_t length;
    (void)source;
    (void)language;
    (void)arguments;
    if (!(flags & FORMAT_MESSAGE_FROM_SYSTEM) || (flags & FORMAT_MESSAGE_FROM_STRING) || !buffer) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return 0;
    }
    if (flags & FORMAT_MESSAGE_ALLOCATE_BUFFER) tapi3_give_buffer(buffer, NULL);
    message = tapi3_system_message(code);
    if (!message) {
        SetLastError(ERROR_MR_MID_NOT_FOUND);
        return 0;
    }
    length = strlen(message) + strlen(end);
    if (flags & FORMAT_MESSAGE_ALLOCATE_BUFFER) {
        target = (char *)malloc(length + 1 > size ? length + 1 : size);
        if (!target) {
            SetLastError(ERROR_NOT_ENOUGH_MEMORY);
            return 0;
        }
        tapi3_give_buffer(buffer, target);
    } else if (length + 1 > size) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return 0;
    }
    memcpy(target, message, strlen(message));
    memcpy(target + strlen(message), end, strlen(end) + 1);
    return (DWORD)length;
}

/** As FormatMessageA, in UTF-16; `size` counts code units. */
static inline DWORD FormatMessageW(DWORD flags, LPCVOID source, DWORD code, DWORD language, LPWSTR buffer, DWORD size,
                                   va_list *arguments) {
    char *narrow = NULL;
    LPWSTR target = buffer;
    int length;
    if (!buffer) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return 0;
    }
    if (flags & FORMAT_MESSAGE_ALLOCATE_BUFFER) tapi3_give_buffer(buffer, NULL);
    if (!FormatMessageA(flags | FORMAT_MESSAGE_ALLOCATE_BUFFER, source, code, language, (LPSTR)(void *)&narrow, 0,
                        arguments)) {
        return 0;
    }
    length = MultiByteToWideChar(CP_UTF8, 0, narrow, -1, NULL, 0);
    if (flags & FORMAT_MESSAGE_ALLOCATE_BUFFER) {
        const size_t room = (size_t)length > size ? (size_t)length : size;
        target = (LPWSTR)malloc(room * sizeof(WCHAR));
        size = (DWORD)room;
        if (target) tapi3_give_buffer(buffer, target);
    }
    if (target) length = MultiByteToWideChar(CP_UTF8, 0, narrow, -1, target, (int)size);
    free(narrow);
    if (!target) SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return target && length > 0 ? (DWORD)length - 1 : 0;
}

#if defined(UNICODE) || defined(_UNICODE)
#define FormatMessage FormatMessageW
#else
#define FormatMessage FormatMessageA
#endif

#endif /* TAPI3_PARTS_ERROR_H */
