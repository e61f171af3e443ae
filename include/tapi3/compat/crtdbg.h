/* crtdbg.h for programs that use TAPI 3: the assertions, active where _DEBUG is defined. */
#ifndef TAPI3_COMPAT_CRTDBG_H
#define TAPI3_COMPAT_CRTDBG_H

#ifdef _DEBUG
#include <stdio.h>
#include <stdlib.h>

static inline void tapi3_assertion_failed(const char *what, const char *file, int line) {
    fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, what);
    abort();
}
#define _ASSERT(condition) ((condition) ? (void)0 : tapi3_assertion_failed(#condition, __FILE__, __LINE__))
#else
#define _ASSERT(condition) ((void)0)
#endif
#define _ASSERTE(condition) _ASSERT(condition)
#define _RPT0(kind, text) ((void)0)
#define _RPT1(kind, text, a) ((void)0)
#define _RPT2(kind, text, a, b) ((void)0)
#define _CRT_WARN 0
#define _CRT_ERROR 1
#define _CRT_ASSERT 2

#endif /* TAPI3_COMPAT_CRTDBG_H */
