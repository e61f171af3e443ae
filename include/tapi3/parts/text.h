/*
 * Part of the compat headers: text between UTF-8 and UTF-16, and the string functions of Win32 by
 * both names. The code page of the program (CP_ACP) is UTF-8.
 */
#ifndef TAPI3_PARTS_TEXT_H
#define TAPI3_PARTS_TEXT_H

#include "last_error.h"
#include "types.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define CP_ACP 0u
#define CP_OEMCP 1u
#define CP_THREAD_ACP 3u
#define CP_UTF8 65001u
#define MB_PRECOMPOSED 0x1u
#define MB_ERR_INVALID_CHARS 0x8u
#define WC_ERR_INVALID_CHARS 0x80u
#define WC_NO_BEST_FIT_CHARS 0x400u

/* ---- Decoding: each reads one character and tells how many units it took ---- */

#define TAPI3_REPLACEMENT 0xfffdu
/** Marks what is not valid; no character is so large. */
#define TAPI3_INVALID 0x80000000u

/**
 * One character of UTF-8. What is not valid counts as one character for each longest beginning of a
 * valid sequence, as the Unicode standard recommends.
 */
static inline uint32_t tapi3_read_utf8(const unsigned char *text, size_t length, size_t *taken) {
    const unsigned char first = text[0];
    uint32_t character;
    unsigned char low = 0x80, high = 0xbf;
    size_t more, i;
    *taken = 1;
    if (first < 0x80) return first;
    if (first >= 0xc2 && first <= 0xdf) {
        more = 1;
        character = first & 0x1fu;
    } else if (first >= 0xe0 && first <= 0xef) {
        more = 2;
        character = first & 0x0fu;
        if (first == 0xe0) low = 0xa0;
        if (first == 0xed) high = 0x9f;
    } else if (first >= 0xf0 && first <= 0xf4) {
        more = 3;
        character = first & 0x07u;
        if (first == 0xf0) low = 0x90;
        if (first == 0xf4) high = 0x8f;
    } else {
        return TAPI3_INVALID;
    }
    for (i = 1; i <= more; ++i) {
        if (i >= length || text[i] < low || text[i] > high) return TAPI3_INVALID;
        character = character << 6 | (text[i] & 0x3fu);
        low = 0x80;
        high = 0xbf;
        *taken = i + 1;
    }
    return character;
}

/** One character of UTF-16; a surrogate without its partner is not valid. */
static inline uint32_t tapi3_read_utf16(const WCHAR *text, size_t length, size_t *taken) {
    const uint32_t first = (uint16_t)text[0];
    *taken = 1;
    if (first < 0xd800 || first > 0xdfff) return first;
    if (first <= 0xdbff && length > 1) {
        const uint32_t second = (uint16_t)text[1];
        if (second >= 0xdc00 && second <= 0xdfff) {
            *taken = 2;
            return 0x10000u + ((first - 0xd800) << 10) + (second - 0xdc00);
        }
    }
    return TAPI3_INVALID;
}

/** Writes a character as UTF-8 into four bytes of room; tells how many it took. */
static inline size_t tapi3_write_utf8(uint32_t character, char *to) {
    if (character < 0x80) {
        to[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        to[0] = (char)(0xc0 | character >> 6);
        to[1] = (char)(0x80 | (character & 0x3f));
        return 2;
    }
    if (character < 0x10000) {
        to[0] = (char)(0xe0 | character >> 12);
        to[1] = (char)(0x80 | (character >> 6 & 0x3f));
        to[2] = (char)(0x80 | (character & 0x3f));
        return 3;
    }
    to[0] = (char)(0xf0 | character >> 18);
    to[1] = (char)(0x80 | (character >> 12 & 0x3f));
    to[2] = (char)(0x80 | (character >> 6 & 0x3f));
    to[3] = (char)(0x80 | (character & 0x3f));
    return 4;
}

/** Writes a character as UTF-16 into two units of room; tells how many it took. */
static inline size_t tapi3_write_utf16(uint32_t character, WCHAR *to) {
    if (character < 0x10000) {
        to[0] = (WCHAR)character;
        return 1;
    }
    to[0] = (WCHAR)(0xd800 + ((character - 0x10000) >> 10));
    to[1] = (WCHAR)(0xdc00 + ((character - 0x10000) & 0x3ff));
    return 2;
}

/* ---- MultiByteToWideChar, WideCharToMultiByte ---- */

static inline BOOL tapi3_is_utf8(UINT code_page) {
    return code_page == CP_ACP || code_page == CP_OEMCP || code_page == CP_THREAD_ACP || code_page == CP_UTF8;
}

/** The length of a text that ends with a zero, in code units. */
static inline int lstrlenW(LPCWSTR text) {
    int length = 0;
    if (!text) return 0;
    while (text[length]) ++length;
    return length;
}

static inline int lstrlenA(LPCSTR text) {
    return text ? (int)strlen(text) : 0;
}

/**
 * Converts `length` bytes of UTF-8 to UTF-16; -1 stands for all up to the zero and the zero too.
 * `size` counts the code units that fit into `to`; 0 asks only how many are needed. What is not
 * valid becomes U+FFFD, or with MB_ERR_INVALID_CHARS an error.
 *
 * Returns the number of code units; 0 on failure, see GetLastError: ERROR_INVALID_PARAMETER (also for
 * a code page other than UTF-8 and the program's own, which is UTF-8), ERROR_INSUFFICIENT_BUFFER,
 * ERROR_NO_UNICODE_TRANSLATION.
 */
static inline int MultiByteToWideChar(UINT code_page, DWORD flags, LPCSTR from, int length, LPWSTR to, int size) {
    const unsigned char *text = (const unsigned char *)from;
    size_t left, needed = 0;
    if (!tapi3_is_utf8(code_page) || !from || length == 0 || length < -1 || size < 0 || (size > 0 && !to) ||
        (const void *)from == (const void *)to) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return 0;
    }
    left = length < 0 ? strlen(from) + 1 : (size_t)length;
    while (left > 0) {
        WCHAR units[2];
        size_t taken, written;
        uint32_t character = tapi3_read_utf8(text, left, &taken);
        if (character == TAPI3_INVALID) {
            if (flags & MB_ERR_INVALID_CHARS) {
                SetLastError(ERROR_NO_UNICODE_TRANSLATION);
                return 0;
            }
            character = TAPI3_REPLACEMENT;
        }
        written = tapi3_write_utf16(character, units);
        if (size > 0) {
            if (needed + written > (size_t)size) {
                SetLastError(ERROR_INSUFFICIENT_BUFFER);
                return 0;
            }
            memcpy(to + needed, units, written * sizeof(WCHAR));
        }
        needed += written;
        text += taken;
        left -= taken;
    }
    return (int)needed;
}

/**
 * Converts UTF-16 to UTF-8, as MultiByteToWideChar does the reverse; lengths of `from` count code
 * units, `size` bytes. `default_char` must be NULL for CP_UTF8 and is not needed for the others;
 * `*used_default` becomes FALSE.
 */
static inline int WideCharToMultiByte(UINT code_page, DWORD flags, LPCWSTR from, int length, LPSTR to, int size,
                                      LPCSTR default_char, LPBOOL used_default) {
    size_t left, needed = 0;
    if (!tapi3_is_utf8(code_page) || !from || length == 0 || length < -1 || size < 0 || (size > 0 && !to) ||
        (const void *)from == (const void *)to || (code_page == CP_UTF8 && (default_char || used_default))) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return 0;
    }
    if (used_default) *used_default = FALSE;
    left = length < 0 ? (size_t)lstrlenW(from) + 1 : (size_t)length;
    while (left > 0) {
        char bytes[4];
        size_t taken, written;
        uint32_t character = tapi3_read_utf16(from, left, &taken);
        if (character == TAPI3_INVALID) {
            if (flags & WC_ERR_INVALID_CHARS) {
                SetLastError(ERROR_NO_UNICODE_TRANSLATION);
                return 0;
            }
            character = TAPI3_REPLACEMENT;
        }
        written = tapi3_write_utf8(character, bytes);
        if (size > 0) {
            if (needed + written > (size_t)size) {
                SetLastError(ERROR_INSUFFICIENT_BUFFER);
                return 0;
            }
            memcpy(to + needed, bytes, written);
        }
        needed += written;
        from += taken;
        left -= taken;
    }
    return (int)needed;
}

/* ---- Other functions of Win32 for text ---- */

static inline LPSTR lstrcpyA(LPSTR to, LPCSTR from) {
    return strcpy(to, from);
}

static inline LPWSTR lstrcpyW(LPWSTR to, LPCWSTR from) {
    memcpy(to, from, ((size_t)lstrlenW(from) + 1) * sizeof(WCHAR));
    return to;
}

/** Copies at most `room` - 1 units, and always ends with a zero where there is room. */
static inline LPSTR lstrcpynA(LPSTR to, LPCSTR from, int room) {
    int i = 0;
    for (; i < room - 1 && from[i]; ++i) to[i] = from[i];
    if (room > 0) to[i] = 0;
    return to;
}

static inline LPWSTR lstrcpynW(LPWSTR to, LPCWSTR from, int room) {
    int i = 0;
    for (; i < room - 1 && from[i]; ++i) to[i] = from[i];
    if (room > 0) to[i] = 0;
    return to;
}

static inline LPSTR lstrcatA(LPSTR to, LPCSTR from) {
    return strcat(to, from);
}

static inline LPWSTR lstrcatW(LPWSTR to, LPCWSTR from) {
    lstrcpyW(to + lstrlenW(to), from);
    return to;
}

/** Small letters of ASCII made large. */
static inline uint32_t tapi3_fold(uint32_t unit) {
    return unit >= 'a' && unit <= 'z' ? unit - 'a' + 'A' : unit;
}

/** Compares up to `length` units; code unit by code unit, not by the rules of a language. */
static inline int tapi3_compare_wide(LPCWSTR a, LPCWSTR b, size_t length, BOOL fold) {
    for (; length > 0; --length, ++a, ++b) {
        const uint32_t left = fold ? tapi3_fold((uint16_t)*a) : (uint16_t)*a;
        const uint32_t right = fold ? tapi3_fold((uint16_t)*b) : (uint16_t)*b;
        if (left != right) return left < right ? -1 : 1;
        if (left == 0) break;
    }
    return 0;
}

static inline int tapi3_compare_narrow(LPCSTR a, LPCSTR b, size_t length, BOOL fold) {
    for (; length > 0; --length, ++a, ++b) {
        const uint32_t left = fold ? tapi3_fold((unsigned char)*a) : (unsigned char)*a;
        const uint32_t right = fold ? tapi3_fold((unsigned char)*b) : (unsigned char)*b;
        if (left != right) return left < right ? -1 : 1;
        if (left == 0) break;
    }
    return 0;
}

static inline int lstrcmpA(LPCSTR a, LPCSTR b) {
    return tapi3_compare_narrow(a, b, (size_t)-1, FALSE);
}
static inline int lstrcmpW(LPCWSTR a, LPCWSTR b) {
    return tapi3_compare_wide(a, b, (size_t)-1, FALSE);
}
static inline int lstrcmpiA(LPCSTR a, LPCSTR b) {
    return tapi3_compare_narrow(a, b, (size_t)-1, TRUE);
}
static inline int lstrcmpiW(LPCWSTR a, LPCWSTR b) {
    return tapi3_compare_wide(a, b, (size_t)-1, TRUE);
}

#ifndef __cplusplus
/* A C compiler that was told -std=c11 hides them. */
extern void flockfile(FILE *file);
extern void funlockfile(FILE *file);
#endif

/** Writes a text to standard error, where a debugger or a log has it. */
static inline void OutputDebugStringA(LPCSTR text) {
    if (text) fputs(text, stderr);
}

/** The same for UTF-16; written as UTF-8. */
static inline void OutputDebugStringW(LPCWSTR text) {
    size_t left = (size_t)lstrlenW(text);
    flockfile(stderr);
    while (left > 0) {
        char bytes[4];
        size_t taken;
        const uint32_t character = tapi3_read_utf16(text, left, &taken);
        const uint32_t shown = character == TAPI3_INVALID ? TAPI3_REPLACEMENT : character;
        fwrite(bytes, 1, tapi3_write_utf8(shown, bytes), stderr);
        text += taken;
        left -= taken;
    }
    funlockfile(stderr);
}

#if defined(UNICODE) || defined(_UNICODE)
#define lstrlen lstrlenW
#define lstrcpy lstrcpyW
#define lstrcpyn lstrcpynW
#define lstrcat lstrcatW
#define lstrcmp lstrcmpW
#define lstrcmpi lstrcmpiW
#define OutputDebugString OutputDebugStringW
#else
#define lstrlen lstrlenA
#define lstrcpy lstrcpyA
#define lstrcpyn lstrcpynA
#define lstrcat lstrcatA
#define lstrcmp lstrcmpA
#define lstrcmpi lstrcmpiA
#define OutputDebugString OutputDebugStringA
#endif

#endif /* TAPI3_PARTS_TEXT_H */
