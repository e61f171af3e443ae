/*
 * strsafe.h for programs that use TAPI 3: StringCch functions count characters, StringCb functions
 * bytes. Each ends the text with a zero in any case and says STRSAFE_E_INSUFFICIENT_BUFFER where it
 * had to cut it.
 */
#ifndef TAPI3_COMPAT_STRSAFE_H
#define TAPI3_COMPAT_STRSAFE_H

#include "windows.h"

#define STRSAFE_E_INSUFFICIENT_BUFFER 0x8007007Au
#define STRSAFE_E_INVALID_PARAMETER 0x80070057u
#define STRSAFE_MAX_CCH 2147483647u

#define TAPI3_STRSAFE(SUFFIX, UNIT, WIDE)                                                                             \
    /* The length before the zero, or `size` where there is none. */                                                  \
    static inline size_t tapi3_safe_length##SUFFIX(const UNIT *text, size_t size) {                                   \
        size_t length = 0;                                                                                            \
        while (length < size && text[length]) ++length;                                                               \
        return length;                                                                                                \
    }                                                                                                                 \
    static inline HRESULT StringCchLength##SUFFIX(const UNIT *text, size_t size, size_t *length) {                    \
        size_t found;                                                                                                 \
        if (length) *length = 0;                                                                                      \
        if (!text || size > STRSAFE_MAX_CCH) return STRSAFE_E_INVALID_PARAMETER;                                      \
        found = tapi3_safe_length##SUFFIX(text, size);                                                                \
        if (found == size) return STRSAFE_E_INVALID_PARAMETER;                                                        \
        if (length) *length = found;                                                                                  \
        return S_OK;                                                                                                  \
    }                                                                                                                 \
    static inline HRESULT StringCchCopyN##SUFFIX(UNIT *to, size_t size, const UNIT *from, size_t count) {             \
        size_t i = 0;                                                                                                 \
        if (!to || size == 0 || size > STRSAFE_MAX_CCH) return STRSAFE_E_INVALID_PARAMETER;                           \
        for (; i < count && i + 1 < size && from[i]; ++i) to[i] = from[i];                                            \
        to[i] = 0;                                                                                                    \
        return i == count || !from[i] ? S_OK : STRSAFE_E_INSUFFICIENT_BUFFER;                                         \
    }                                                                                                                 \
    static inline HRESULT StringCchCopy##SUFFIX(UNIT *to, size_t size, const UNIT *from) {                            \
        return StringCchCopyN##SUFFIX(to, size, from, STRSAFE_MAX_CCH);                                               \
    }                                                                                                                 \
    static inline HRESULT StringCchCat##SUFFIX(UNIT *to, size_t size, const UNIT *from) {                             \
        size_t length;                                                                                                \
        if (!to || size == 0 || size > STRSAFE_MAX_CCH) return STRSAFE_E_INVALID_PARAMETER;                           \
        length = tapi3_safe_length##SUFFIX(to, size);                                                                 \
        if (length == size) return STRSAFE_E_INVALID_PARAMETER;                                                       \
        return StringCchCopy##SUFFIX(to + length, size - length, from);                                               \
    }                                                                                                                 \
    static inline HRESULT StringCchVPrintf##SUFFIX(UNIT *to, size_t size, const UNIT *format, va_list arguments) {    \
        if (!to || size == 0 || size > STRSAFE_MAX_CCH) return STRSAFE_E_INVALID_PARAMETER;                           \
        return tapi3_print_to(to, size, WIDE, format, arguments) < size ? S_OK : STRSAFE_E_INSUFFICIENT_BUFFER;       \
    }                                                                                                                 \
    static inline HRESULT StringCchPrintf##SUFFIX(UNIT *to, size_t size, const UNIT *format, ...) {                   \
        HRESULT hr;                                                                                                   \
        va_list arguments;                                                                                            \
        va_start(arguments, format);                                                                                  \
        hr = StringCchVPrintf##SUFFIX(to, size, format, arguments);                                                   \
        va_end(arguments);                                                                                            \
        return hr;                                                                                                    \
    }                                                                                                                 \
    static inline HRESULT StringCbLength##SUFFIX(const UNIT *text, size_t size, size_t *length) {                     \
        const HRESULT hr = StringCchLength##SUFFIX(text, size / sizeof(UNIT), length);                                \
        if (length) *length *= sizeof(UNIT);                                                                          \
        return hr;                                                                                                    \
    }                                                                                                                 \
    static inline HRESULT StringCbCopy##SUFFIX(UNIT *to, size_t size, const UNIT *from) {                             \
        return StringCchCopy##SUFFIX(to, size / sizeof(UNIT), from);                                                  \
    }                                                                                                                 \
    static inline HRESULT StringCbCat##SUFFIX(UNIT *to, size_t size, const UNIT *from) {                              \
        return StringCchCat##SUFFIX(to, size / sizeof(UNIT), from);                                                   \
    }                                                                                                                 \
    static inline HRESULT StringCbVPrintf##SUFFIX(UNIT *to, size_t size, const UNIT *format, va_list arguments) {     \
        return StringCchVPrintf##SUFFIX(to, size / sizeof(UNIT), format, arguments);                                  \
    }                                                                                                                 \
    static inline HRESULT StringCbPrintf##SUFFIX(UNIT *to, size_t size, const UNIT *format, ...) {                    \
        HRESULT hr;                                                                                                   \
        va_list arguments;                                                                                            \
        va_start(arguments, format);                                                                                  \
        hr = StringCbVPrintf##SUFFIX(to, size, format, arguments);                                                    \
        va_end(arguments);                                                                                            \
        return hr;                                                                                                    \
    }

TAPI3_STRSAFE(A, char, FALSE)
TAPI3_STRSAFE(W, WCHAR, TRUE)

#if defined(UNICODE) || defined(_UNICODE)
#define StringCchLength StringCchLengthW
#define StringCchCopy StringCchCopyW
#define StringCchCopyN StringCchCopyNW
#define StringCchCat StringCchCatW
#define StringCchVPrintf StringCchVPrintfW
#define StringCchPrintf StringCchPrintfW
#define StringCbLength StringCbLengthW
#define StringCbCopy StringCbCopyW
#define StringCbCat StringCbCatW
#define StringCbVPrintf StringCbVPrintfW
#define StringCbPrintf StringCbPrintfW
#else
#define StringCchLength StringCchLengthA
#define StringCchCopy StringCchCopyA
#define StringCchCopyN StringCchCopyNA
#define StringCchCat StringCchCatA
#define StringCchVPrintf StringCchVPrintfA
#define StringCchPrintf StringCchPrintfA
#define StringCbLength StringCbLengthA
#define StringCbCopy StringCbCopyA
#define StringCbCat StringCbCatA
#define StringCbVPrintf StringCbVPrintfA
#define StringCbPrintf StringCbPrintfA
#endif

#endif /* TAPI3_COMPAT_STRSAFE_H */
