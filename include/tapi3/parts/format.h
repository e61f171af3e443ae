/*
 * Part of the compat headers: the printf family as the C library of Windows has it, for char and
 * for UTF-16. What differs from the one here: `l` before a number means 32 bits, `I64` is known, %S
 * is a text of the other width, and %s in a wide format is a wide text.
 */
#ifndef TAPI3_PARTS_FORMAT_H
#define TAPI3_PARTS_FORMAT_H

#include "text.h"
#include "types.h"

#include <stdarg.h>
#include <stdio.h>

/** Where what is printed goes: up to `room` units in `to`, or a file. */
struct tapi3_print {
    void *to;
    size_t room;
    size_t length;
    FILE *file;
    BOOL wide;
};

/** One conversion of a format. */
struct tapi3_conversion {
    BOOL left, plus, space, zero, other;
    int width, precision;
    /** 0, or one of h H (hh) l L (ll and I64) p (as wide as a pointer) w. */
    char size;
    char kind;
};

/** Prints a unit as it is. */
static inline void tapi3_print_unit(struct tapi3_print *print, uint32_t unit) {
    if (print->file) {
        fputc((int)unit, print->file);
    } else if (print->length < print->room) {
        if (print->wide) {
            ((WCHAR *)print->to)[print->length] = (WCHAR)unit;
        } else {
            ((char *)print->to)[print->length] = (char)unit;
        }
    }
    ++print->length;
}

/** Prints a character in the encoding of what is printed to. */
static inline void tapi3_print_character(struct tapi3_print *print, uint32_t character) {
    if (character == TAPI3_INVALID) character = TAPI3_REPLACEMENT;
    if (print->wide && !print->file) {
        WCHAR units[2];
        const size_t count = tapi3_write_utf16(character, units);
        size_t i;
        for (i = 0; i < count; ++i) tapi3_print_unit(print, (uint16_t)units[i]);
    } else {
        char bytes[4];
        const size_t count = tapi3_write_utf8(character, bytes);
        size_t i;
        for (i = 0; i < count; ++i) tapi3_print_unit(print, (unsigned char)bytes[i]);
    }
}

static inline void tapi3_print_spaces(struct tapi3_print *print, size_t used, int width) {
    for (; width > 0 && used < (size_t)width; ++used) tapi3_print_unit(print, ' ');
}

/** Prints `length` bytes of UTF-8 with what the conversion asks around it. */
static inline void tapi3_print_narrow(struct tapi3_print *print, const struct tapi3_conversion *how, const char *text,
                                      size_t length) {
    size_t i;
    if (!how->left) tapi3_print_spaces(print, length, how->width);
    if (print->wide && !print->file) {
        for (i = 0; i < length;) {
            size_t taken;
            tapi3_print_character(print, tapi3_read_utf8((const unsigned char *)text + i, length - i, &taken));
            i += taken;
        }
    } else {
        for (i = 0; i < length; ++i) tapi3_print_unit(print, (unsigned char)text[i]);
    }
    if (how->left) tapi3_print_spaces(print, length, how->width);
}

/** Prints `length` units of UTF-16. */
static inline void tapi3_print_wide(struct tapi3_print *print, const struct tapi3_conversion *how, const WCHAR *text,
                                    size_t length) {
    size_t i;
    if (!how->left) tapi3_print_spaces(print, length, how->width);
    for (i = 0; i < length;) {
        size_t taken;
        tapi3_print_character(print, tapi3_read_utf16(text + i, length - i, &taken));
        i += taken;
    }
    if (how->left) tapi3_print_spaces(print, length, how->width);
}

/** The unit at `index` of a format of either width. */
static inline uint32_t tapi3_format_unit(const void *format, BOOL wide, size_t index) {
    return wide ? (uint32_t)(uint16_t)((const WCHAR *)format)[index] : (uint32_t)((const unsigned char *)format)[index];
}

/** Reads a number or `*` of a conversion; keeps it within what a number may be padded to. */
static inline int tapi3_format_number(const void *format, BOOL wide, size_t *at, va_list *arguments) {
    int number = 0;
    if (tapi3_format_unit(format, wide, *at) == '*') {
        ++*at;
        number = va_arg(*arguments, int);
    } else {
        for (;; ++*at) {
            const uint32_t unit = tapi3_format_unit(format, wide, *at);
            if (unit < '0' || unit > '9') break;
            if (number < 100000) number = number * 10 + (int)(unit - '0');
        }
    }
    return number;
}

/** Reads what follows a `%`; `*at` is behind it afterwards. */
static inline struct tapi3_conversion tapi3_format_conversion(const void *format, BOOL wide, size_t *at,
                                                              va_list *arguments) {
    struct tapi3_conversion how = {FALSE, FALSE, FALSE, FALSE, FALSE, 0, -1, 0, 0};
    uint32_t unit;
    for (;; ++*at) {
        unit = tapi3_format_unit(format, wide, *at);
        if (unit == '-') how.left = TRUE;
        else if (unit == '+') how.plus = TRUE;
        else if (unit == ' ') how.space = TRUE;
        else if (unit == '0') how.zero = TRUE;
        else if (unit == '#') how.other = TRUE;
        else break;
    }
    how.width = tapi3_format_number(format, wide, at, arguments);
    if (how.width < 0) {
        how.left = TRUE;
        how.width = -how.width;
    }
    if (tapi3_format_unit(format, wide, *at) == '.') {
        ++*at;
        how.precision = tapi3_format_number(format, wide, at, arguments);
    }
    for (;; ++*at) {
        unit = tapi3_format_unit(format, wide, *at);
        if (unit == 'h') {
            how.size = how.size == 'h' ? 'H' : 'h';
        } else if (unit == 'l') {
            how.size = how.size == 'l' ? 'L' : 'l';
        } else if (unit == 'w') {
            how.size = 'w';
        } else if (unit == 'z' || unit == 't') {
            how.size = 'p';
        } else if (unit == 'j') {
            how.size = 'L';
        } else if (unit == 'I') {
            const uint32_t next = tapi3_format_unit(format, wide, *at + 1);
            how.size = next == '6' ? 'L' : next == '3' ? 'l' : 'p';
            if (next == '6' || next == '3') *at += tapi3_format_unit(format, wide, *at + 2) ? 2 : 1;
        } else {
            break;
        }
    }
    how.kind = unit < 0x80 ? (char)unit : '?';
    if (unit) ++*at;
    return how;
}

/** Prints a number with the help of the C library. */
static inline void tapi3_print_number(struct tapi3_print *print, const struct tapi3_conversion *how,
                                      va_list *arguments) {
    char digits[512];
    char format[16];
    struct tapi3_conversion around = *how;
    const int precision = how->precision > 100 ? 100 : how->precision;
    /* Zeros are the C library's, spaces ours. */
    const int width = how->zero && !how->left ? (how->width > 100 ? 100 : how->width) : 0;
    int length;
    char *to = format;
    *to++ = '%';
    if (how->plus) *to++ = '+';
    if (how->space) *to++ = ' ';
    if (how->other) *to++ = '#';
    if (width) *to++ = '0';
    *to++ = '*';
    *to++ = '.';
    *to++ = '*';
    if (strchr("eEfFgGaA", how->kind)) {
        *to++ = how->kind;
        *to = 0;
        length = snprintf(digits, sizeof digits, format, width, precision, va_arg(*arguments, double));
    } else {
        const BOOL is_signed = how->kind == 'd' || how->kind == 'i';
        long long number;
        if (how->size == 'L' || (how->size == 'p' && sizeof(void *) == 8)) {
            number = va_arg(*arguments, long long);
        } else {
            const int narrow = va_arg(*arguments, int);
            number = is_signed ? (long long)narrow : (long long)(unsigned int)narrow;
            if (how->size == 'h') number = is_signed ? (long long)(short)narrow : (long long)(unsigned short)narrow;
            if (how->size == 'H') {
                number = is_signed ? (long long)(signed char)narrow : (long long)(unsigned char)narrow;
            }
        }
        *to++ = 'l';
        *to++ = 'l';
        *to++ = how->kind;
        *to = 0;
        length = snprintf(digits, sizeof digits, format, width, precision, number);
    }
    if (length >= 0) {
        around.width = how->width;
        tapi3_print_narrow(print, &around, digits, (size_t)length < sizeof digits ? (size_t)length : sizeof digits - 1);
    }
}

/** Prints a text or a character, wide or not. */
static inline void tapi3_print_text(struct tapi3_print *print, const struct tapi3_conversion *how, BOOL wide_format,
                                    va_list *arguments) {
    const BOOL own = how->kind == 's' || how->kind == 'c';
    const BOOL wide = how->size == 'l' || how->size == 'w' || (how->size != 'h' && (own ? wide_format : !wide_format));
    const size_t most = how->precision < 0 ? (size_t)-1 : (size_t)how->precision;
    size_t length = 0;
    if (how->kind == 'c' || how->kind == 'C') {
        const int unit = va_arg(*arguments, int);
        const WCHAR wide_unit = (WCHAR)unit;
        const char narrow_unit = (char)unit;
        if (wide) tapi3_print_wide(print, how, &wide_unit, 1);
        else tapi3_print_narrow(print, how, &narrow_unit, 1);
    } else if (wide) {
        const WCHAR *text = va_arg(*arguments, const WCHAR *);
        if (!text) {
            tapi3_print_narrow(print, how, "(null)", 6);
            return;
        }
        while (length < most && text[length]) ++length;
        tapi3_print_wide(print, how, text, length);
    } else {
        const char *text = va_arg(*arguments, const char *);
        if (!text) text = "(null)";
        while (length < most && text[length]) ++length;
        tapi3_print_narrow(print, how, text, length);
    }
}

/** Prints by a format; `wide` is the width of the format. */
static inline void tapi3_print_format(struct tapi3_print *print, const void *format, BOOL wide, va_list *arguments) {
    size_t at = 0;
    uint32_t unit;
    while ((unit = tapi3_format_unit(format, wide, at)) != 0) {
        struct tapi3_conversion how;
        if (unit != '%') {
            if (wide) {
                size_t taken;
                /* A lone surrogate at the end must not be read past. */
                const WCHAR *rest = (const WCHAR *)format + at;
                tapi3_print_character(print, tapi3_read_utf16(rest, rest[1] ? 2 : 1, &taken));
                at += taken;
            } else {
                tapi3_print_unit(print, unit);
                ++at;
            }
            continue;
        }
        ++at;
        how = tapi3_format_conversion(format, wide, &at, arguments);
        switch (how.kind) {
        case 'd': case 'i': case 'u': case 'o': case 'x': case 'X':
        case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'a': case 'A':
            tapi3_print_number(print, &how, arguments);
            break;
        case 'p': {
            /* Sixteen digits, as on Windows. */
            struct tapi3_conversion pointer = how;
            char digits[24];
            const int length = snprintf(digits, sizeof digits, "%0*llX", (int)(2 * sizeof(void *)),
                                        (unsigned long long)(uintptr_t)va_arg(*arguments, void *));
            tapi3_print_narrow(print, &pointer, digits, (size_t)length);
            break;
        }
        case 's': case 'S': case 'c': case 'C':
            tapi3_print_text(print, &how, wide, arguments);
            break;
        case 'n':
            (void)va_arg(*arguments, void *);
            break;
        case 0:
            return;
        default:
            tapi3_print_unit(print, (unsigned char)how.kind);
        }
    }
}

/**
 * Prints into `to`, which has room for `size` units with the zero, and always ends it with one
 * where size is not 0.
 *
 * Returns the whole length without the zero, also where it did not fit.
 */
static inline size_t tapi3_print_to(void *to, size_t size, BOOL wide, const void *format, va_list arguments) {
    struct tapi3_print print = {NULL, 0, 0, NULL, FALSE};
    va_list own;
    size_t end;
    print.to = to;
    print.room = size > 0 ? size - 1 : 0;
    print.wide = wide;
    va_copy(own, arguments);
    tapi3_print_format(&print, format, wide, &own);
    va_end(own);
    end = print.length < print.room ? print.length : print.room;
    if (size > 0 && wide) ((WCHAR *)to)[end] = 0;
    if (size > 0 && !wide) ((char *)to)[end] = 0;
    return print.length;
}

/** Prints to a file, UTF-8, in one piece among the threads; returns the number of bytes. */
static inline int tapi3_print_file(FILE *file, BOOL wide, const void *format, va_list arguments) {
    struct tapi3_print print = {NULL, 0, 0, NULL, FALSE};
    va_list own;
    print.file = file;
    print.wide = wide;
    va_copy(own, arguments);
    flockfile(file);
    tapi3_print_format(&print, format, wide, &own);
    funlockfile(file);
    va_end(own);
    return (int)print.length;
}

/* ---- By the names of the C library of Windows ---- */

/** Prints UTF-16; -1 where it does not fit, and then the text is empty. */
static inline int vswprintf_s(WCHAR *to, size_t size, const WCHAR *format, va_list arguments) {
    const size_t length = tapi3_print_to(to, size, TRUE, format, arguments);
    if (length < size) return (int)length;
    if (size > 0) to[0] = 0;
    return -1;
}

static inline int swprintf_s(WCHAR *to, size_t size, const WCHAR *format, ...) {
    va_list arguments;
    int length;
    va_start(arguments, format);
    length = vswprintf_s(to, size, format, arguments);
    va_end(arguments);
    return length;
}

#ifndef _TRUNCATE
#define _TRUNCATE ((size_t)-1)
#endif

/** Prints at most `count` units, or with _TRUNCATE what fits; -1 where that cuts the text. */
static inline int _vsnwprintf_s(WCHAR *to, size_t size, size_t count, const WCHAR *format, va_list arguments) {
    const size_t room = count < size ? count + 1 : size;
    const size_t length = tapi3_print_to(to, room, TRUE, format, arguments);
    if (length < room) return (int)length;
    if (count >= size && count != _TRUNCATE && size > 0) to[0] = 0;
    return -1;
}

static inline int _snwprintf_s(WCHAR *to, size_t size, size_t count, const WCHAR *format, ...) {
    va_list arguments;
    int length;
    va_start(arguments, format);
    length = _vsnwprintf_s(to, size, count, format, arguments);
    va_end(arguments);
    return length;
}

/** Prints what fits, with a zero at the end in any case; -1 where that cuts the text. */
static inline int _vsnwprintf(WCHAR *to, size_t size, const WCHAR *format, va_list arguments) {
    const size_t length = tapi3_print_to(to, size, TRUE, format, arguments);
    return length < size ? (int)length : -1;
}

static inline int _snwprintf(WCHAR *to, size_t size, const WCHAR *format, ...) {
    va_list arguments;
    int length;
    va_start(arguments, format);
    length = _vsnwprintf(to, size, format, arguments);
    va_end(arguments);
    return length;
}

static inline int vsprintf_s(char *to, size_t size, const char *format, va_list arguments) {
    const size_t length = tapi3_print_to(to, size, FALSE, format, arguments);
    if (length < size) return (int)length;
    if (size > 0) to[0] = 0;
    return -1;
}

static inline int sprintf_s(char *to, size_t size, const char *format, ...) {
    va_list arguments;
    int length;
    va_start(arguments, format);
    length = vsprintf_s(to, size, format, arguments);
    va_end(arguments);
    return length;
}

static inline int _vsnprintf(char *to, size_t size, const char *format, va_list arguments) {
    const size_t length = tapi3_print_to(to, size, FALSE, format, arguments);
    return length < size ? (int)length : -1;
}

static inline int _snprintf(char *to, size_t size, const char *format, ...) {
    va_list arguments;
    int length;
    va_start(arguments, format);
    length = _vsnprintf(to, size, format, arguments);
    va_end(arguments);
    return length;
}

/** Win32's own: `to` has room for 1,024 units. */
static inline int wsprintfW(LPWSTR to, LPCWSTR format, ...) {
    va_list arguments;
    size_t length;
    va_start(arguments, format);
    length = tapi3_print_to(to, 1024, TRUE, format, arguments);
    va_end(arguments);
    return length < 1024 ? (int)length : 1023;
}

static inline int wsprintfA(LPSTR to, LPCSTR format, ...) {
    va_list arguments;
    size_t length;
    va_start(arguments, format);
    length = tapi3_print_to(to, 1024, FALSE, format, arguments);
    va_end(arguments);
    return length < 1024 ? (int)length : 1023;
}

/** Prints UTF-16 to a file, as UTF-8. */
static inline int tapi3_fwprintf(FILE *file, const WCHAR *format, ...) {
    va_list arguments;
    int length;
    va_start(arguments, format);
    length = tapi3_print_file(file, TRUE, format, arguments);
    va_end(arguments);
    return length;
}

static inline int tapi3_wprintf(const WCHAR *format, ...) {
    va_list arguments;
    int length;
    va_start(arguments, format);
    length = tapi3_print_file(stdout, TRUE, format, arguments);
    va_end(arguments);
    return length;
}

/** printf with the conversions of Windows: %S takes a WCHAR text, %ld 32 bits. */
static inline int tapi3_printf(const char *format, ...) {
    va_list arguments;
    int length;
    va_start(arguments, format);
    length = tapi3_print_file(stdout, FALSE, format, arguments);
    va_end(arguments);
    return length;
}

static inline int tapi3_fprintf(FILE *file, const char *format, ...) {
    va_list arguments;
    int length;
    va_start(arguments, format);
    length = tapi3_print_file(file, FALSE, format, arguments);
    va_end(arguments);
    return length;
}

#if defined(UNICODE) || defined(_UNICODE)
#define wsprintf wsprintfW
#else
#define wsprintf wsprintfA
#endif

#endif /* TAPI3_PARTS_FORMAT_H */
