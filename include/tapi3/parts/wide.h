/*
 * Part of the compat headers: the string functions of the C library for WCHAR, which has 16 bits
 * whatever wchar_t has. In C++ they are overloads of wcslen and its kin. Under -fshort-wchar, where
 * the C library's own would read two WCHARs as one, their names stand for these.
 */
#ifndef TAPI3_PARTS_WIDE_H
#define TAPI3_PARTS_WIDE_H

#include "format.h"
#include "text.h"
#include "types.h"

#include <errno.h>
#include <stdlib.h>
#include <wchar.h>

static inline size_t tapi3_wcslen(const WCHAR *text) {
    size_t length = 0;
    while (text[length]) ++length;
    return length;
}

static inline WCHAR *tapi3_wcscpy(WCHAR *to, const WCHAR *from) {
    memcpy(to, from, (tapi3_wcslen(from) + 1) * sizeof(WCHAR));
    return to;
}

/** Fills all `count` units, with zeros behind the text; without one where the text is longer. */
static inline WCHAR *tapi3_wcsncpy(WCHAR *to, const WCHAR *from, size_t count) {
    size_t i = 0;
    for (; i < count && from[i]; ++i) to[i] = from[i];
    for (; i < count; ++i) to[i] = 0;
    return to;
}

static inline WCHAR *tapi3_wcscat(WCHAR *to, const WCHAR *from) {
    tapi3_wcscpy(to + tapi3_wcslen(to), from);
    return to;
}

static inline WCHAR *tapi3_wcsncat(WCHAR *to, const WCHAR *from, size_t count) {
    WCHAR *end = to + tapi3_wcslen(to);
    size_t i = 0;
    for (; i < count && from[i]; ++i) end[i] = from[i];
    end[i] = 0;
    return to;
}

static inline int tapi3_wcscmp(const WCHAR *a, const WCHAR *b) {
    return tapi3_compare_wide(a, b, (size_t)-1, FALSE);
}

static inline int tapi3_wcsncmp(const WCHAR *a, const WCHAR *b, size_t count) {
    return tapi3_compare_wide(a, b, count, FALSE);
}

static inline int tapi3_wcsicmp(const WCHAR *a, const WCHAR *b) {
    return tapi3_compare_wide(a, b, (size_t)-1, TRUE);
}

static inline int tapi3_wcsnicmp(const WCHAR *a, const WCHAR *b, size_t count) {
    return tapi3_compare_wide(a, b, count, TRUE);
}

static inline const WCHAR *tapi3_wcschr(const WCHAR *text, WCHAR unit) {
    for (;; ++text) {
        if (*text == unit) return text;
        if (!*text) return NULL;
    }
}

static inline const WCHAR *tapi3_wcsrchr(const WCHAR *text, WCHAR unit) {
    const WCHAR *found = NULL;
    for (;; ++text) {
        if (*text == unit) found = text;
        if (!*text) return found;
    }
}

static inline const WCHAR *tapi3_wcsstr(const WCHAR *text, const WCHAR *part) {
    const size_t length = tapi3_wcslen(part);
    for (;; ++text) {
        if (tapi3_wcsncmp(text, part, length) == 0) return text;
        if (!*text) return NULL;
    }
}

/** A copy, to be freed with free; NULL when memory is short. */
static inline WCHAR *tapi3_wcsdup(const WCHAR *text) {
    WCHAR *copy = (WCHAR *)malloc((tapi3_wcslen(text) + 1) * sizeof(WCHAR));
    return copy ? tapi3_wcscpy(copy, text) : NULL;
}

/** Copies the part of a text that a number may be made of, as char. */
static inline void tapi3_number_text(const WCHAR *text, char *to, size_t size) {
    size_t i = 0;
    for (; i + 1 < size && text[i] && (uint16_t)text[i] < 0x80; ++i) to[i] = (char)text[i];
    to[i] = 0;
}

static inline long tapi3_wcstol(const WCHAR *text, WCHAR **end, int base) {
    char narrow[128];
    char *stop;
    long number;
    tapi3_number_text(text, narrow, sizeof narrow);
    number = strtol(narrow, &stop, base);
    if (end) *end = (WCHAR *)(uintptr_t)(text + (stop - narrow));
    return number;
}

static inline unsigned long tapi3_wcstoul(const WCHAR *text, WCHAR **end, int base) {
    char narrow[128];
    char *stop;
    unsigned long number;
    tapi3_number_text(text, narrow, sizeof narrow);
    number = strtoul(narrow, &stop, base);
    if (end) *end = (WCHAR *)(uintptr_t)(text + (stop - narrow));
    return number;
}

static inline int _wtoi(const WCHAR *text) {
    return (int)tapi3_wcstol(text, NULL, 10);
}

static inline long _wtol(const WCHAR *text) {
    return tapi3_wcstol(text, NULL, 10);
}

/** Copies where it fits with its zero; otherwise `to` is empty and the result ERANGE. */
static inline int wcscpy_s(WCHAR *to, size_t size, const WCHAR *from) {
    if (!to || size == 0) return EINVAL;
    to[0] = 0;
    if (!from) return EINVAL;
    if (tapi3_wcslen(from) >= size) return ERANGE;
    tapi3_wcscpy(to, from);
    return 0;
}

static inline int wcscat_s(WCHAR *to, size_t size, const WCHAR *from) {
    const size_t length = to && size ? tapi3_wcslen(to) : 0;
    if (!to || length >= size) return EINVAL;
    return wcscpy_s(to + length, size - length, from);
}

/** Copies at most `count` units, or with _TRUNCATE what fits. */
static inline int wcsncpy_s(WCHAR *to, size_t size, const WCHAR *from, size_t count) {
    size_t i = 0;
    if (!to || size == 0 || !from) return EINVAL;
    for (; i < count && i + 1 < size && from[i]; ++i) to[i] = from[i];
    to[i] = 0;
    if (i == count || !from[i] || count == _TRUNCATE) return 0;
    to[0] = 0;
    return ERANGE;
}

static inline int strcpy_s(char *to, size_t size, const char *from) {
    if (!to || size == 0) return EINVAL;
    to[0] = 0;
    if (!from) return EINVAL;
    if (strlen(from) >= size) return ERANGE;
    memcpy(to, from, strlen(from) + 1);
    return 0;
}

static inline int strcat_s(char *to, size_t size, const char *from) {
    const size_t length = to && size ? strlen(to) : 0;
    if (!to || length >= size) return EINVAL;
    return strcpy_s(to + length, size - length, from);
}

static inline int _stricmp(const char *a, const char *b) {
    return tapi3_compare_narrow(a, b, (size_t)-1, TRUE);
}

static inline int _strnicmp(const char *a, const char *b, size_t count) {
    return tapi3_compare_narrow(a, b, count, TRUE);
}

#define _wcsicmp tapi3_wcsicmp
#define _wcsnicmp tapi3_wcsnicmp
#define _wcsdup tapi3_wcsdup

static inline int tapi3_fputws(const WCHAR *text, FILE *file) {
    return tapi3_fwprintf(file, OLESTR("%s"), text);
}

#if defined(__SIZEOF_WCHAR_T__) && __SIZEOF_WCHAR_T__ == 2
/* -fshort-wchar: wchar_t is WCHAR, and the C library's functions are for another wchar_t. */
#define wcslen(text) tapi3_wcslen(text)
#define wcscpy(to, from) tapi3_wcscpy(to, from)
#define wcsncpy(to, from, count) tapi3_wcsncpy(to, from, count)
#define wcscat(to, from) tapi3_wcscat(to, from)
#define wcsncat(to, from, count) tapi3_wcsncat(to, from, count)
#define wcscmp(a, b) tapi3_wcscmp(a, b)
#define wcsncmp(a, b, count) tapi3_wcsncmp(a, b, count)
#define wcscasecmp(a, b) tapi3_wcsicmp(a, b)
#define wcschr(text, unit) ((WCHAR *)(uintptr_t)tapi3_wcschr(text, unit))
#define wcsrchr(text, unit) ((WCHAR *)(uintptr_t)tapi3_wcsrchr(text, unit))
#define wcsstr(text, part) ((WCHAR *)(uintptr_t)tapi3_wcsstr(text, part))
#define wcsdup(text) tapi3_wcsdup(text)
#define wcstol(text, end, base) tapi3_wcstol(text, end, base)
#define wcstoul(text, end, base) tapi3_wcstoul(text, end, base)
#define fputws(text, file) tapi3_fputws(text, file)
#define wprintf(...) tapi3_wprintf(__VA_ARGS__)
#define fwprintf(...) tapi3_fwprintf(__VA_ARGS__)
#define swprintf(...) _snwprintf(__VA_ARGS__)
#define vswprintf(to, size, format, arguments) _vsnwprintf(to, size, format, arguments)
#elif defined(__cplusplus)
/* WCHAR is char16_t: the C library's functions keep their names for wchar_t. */
inline size_t wcslen(const WCHAR *text) { return tapi3_wcslen(text); }
inline WCHAR *wcscpy(WCHAR *to, const WCHAR *from) { return tapi3_wcscpy(to, from); }
inline WCHAR *wcsncpy(WCHAR *to, const WCHAR *from, size_t count) { return tapi3_wcsncpy(to, from, count); }
inline WCHAR *wcscat(WCHAR *to, const WCHAR *from) { return tapi3_wcscat(to, from); }
inline WCHAR *wcsncat(WCHAR *to, const WCHAR *from, size_t count) { return tapi3_wcsncat(to, from, count); }
inline int wcscmp(const WCHAR *a, const WCHAR *b) { return tapi3_wcscmp(a, b); }
inline int wcsncmp(const WCHAR *a, const WCHAR *b, size_t count) { return tapi3_wcsncmp(a, b, count); }
inline const WCHAR *wcschr(const WCHAR *text, WCHAR unit) { return tapi3_wcschr(text, unit); }
inline WCHAR *wcschr(WCHAR *text, WCHAR unit) { return const_cast<WCHAR *>(tapi3_wcschr(text, unit)); }
inline const WCHAR *wcsrchr(const WCHAR *text, WCHAR unit) { return tapi3_wcsrchr(text, unit); }
inline WCHAR *wcsrchr(WCHAR *text, WCHAR unit) { return const_cast<WCHAR *>(tapi3_wcsrchr(text, unit)); }
inline const WCHAR *wcsstr(const WCHAR *text, const WCHAR *part) { return tapi3_wcsstr(text, part); }
inline WCHAR *wcsstr(WCHAR *text, const WCHAR *part) { return const_cast<WCHAR *>(tapi3_wcsstr(text, part)); }
inline WCHAR *wcsdup(const WCHAR *text) { return tapi3_wcsdup(text); }
inline long wcstol(const WCHAR *text, WCHAR **end, int base) { return tapi3_wcstol(text, end, base); }
inline unsigned long wcstoul(const WCHAR *text, WCHAR **end, int base) { return tapi3_wcstoul(text, end, base); }
inline int fputws(const WCHAR *text, FILE *file) { return tapi3_fputws(text, file); }

template <class... Arguments> int wprintf(const WCHAR *format, Arguments... arguments) {
    return tapi3_wprintf(format, arguments...);
}
template <class... Arguments> int fwprintf(FILE *file, const WCHAR *format, Arguments... arguments) {
    return tapi3_fwprintf(file, format, arguments...);
}
template <class... Arguments> int swprintf(WCHAR *to, size_t size, const WCHAR *format, Arguments... arguments) {
    return _snwprintf(to, size, format, arguments...);
}
#endif

#ifdef __cplusplus
#include <iosfwd>

/* These would print an address, or under -fshort-wchar two characters for one: convert, as in
 * std::cout << CW2A(text).m_psz, or print with wprintf. */
std::ostream &operator<<(std::ostream &stream, const WCHAR *text) = delete;
std::wostream &operator<<(std::wostream &stream, const WCHAR *text) = delete;

/* The forms that learn the size from the array. */
template <size_t Size, class... Arguments>
int swprintf_s(WCHAR (&to)[Size], const WCHAR *format, Arguments... arguments) {
    return swprintf_s(to, Size, format, arguments...);
}
template <size_t Size, class... Arguments>
int _snwprintf_s(WCHAR (&to)[Size], size_t count, const WCHAR *format, Arguments... arguments) {
    return _snwprintf_s(to, Size, count, format, arguments...);
}
template <size_t Size, class... Arguments>
int sprintf_s(char (&to)[Size], const char *format, Arguments... arguments) {
    return sprintf_s(to, Size, format, arguments...);
}
template <size_t Size> int wcscpy_s(WCHAR (&to)[Size], const WCHAR *from) { return wcscpy_s(to, Size, from); }
template <size_t Size> int wcscat_s(WCHAR (&to)[Size], const WCHAR *from) { return wcscat_s(to, Size, from); }
template <size_t Size> int strcpy_s(char (&to)[Size], const char *from) { return strcpy_s(to, Size, from); }
template <size_t Size> int strcat_s(char (&to)[Size], const char *from) { return strcat_s(to, Size, from); }
#endif

#endif /* TAPI3_PARTS_WIDE_H */
