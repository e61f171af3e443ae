/*
 * What the methods of a scenario hand out, and the usual parts of scenarios around it.
 */
#ifndef HANDED_OUT_H
#define HANDED_OUT_H

#include "failing_malloc.h"

static IUnknown *object;
static BSTR text;
static VARIANT value;
static LONG number;

/* Runs one call after the other, and answers the first failure. */
#define TRY(call)                                                                                  \
    do {                                                                                           \
        HRESULT tried = (call);                                                                    \
        if (FAILED(tried)) {                                                                       \
            return tried;                                                                          \
        }                                                                                          \
    } while (0)

/* A call that must answer this code; the failure of anything else is a failure. */
#define TRY_FOR(code, call)                                                                        \
    do {                                                                                           \
        HRESULT tried = (call);                                                                    \
        if (tried != (code)) {                                                                     \
            return FAILED(tried) ? tried : E_FAIL;                                                 \
        }                                                                                          \
    } while (0)

/* A function of a scenario that is one call. */
#define ACT(name, call)                                                                            \
    static HRESULT name(void)                                                                      \
    {                                                                                              \
        return (call);                                                                             \
    }

static inline void nothing(void)
{
    object = NULL;
    text = NULL;
    VariantInit(&value);
    number = 0;
}

static inline int nothing_given(void)
{
    return object == NULL && text == NULL && value.vt == VT_EMPTY && number == 0;
}

static inline int finish_nothing(void)
{
    return 1;
}

static inline int finish_object(void)
{
    int good = object != NULL;

    if (object != NULL) {
        IUnknown_Release(object);
    }
    return good;
}

static inline int finish_text(void)
{
    int good = SysStringLen(text) > 0;

    SysFreeString(text);
    return good;
}

static inline int finish_value(void)
{
    int good = value.vt != VT_EMPTY;

    return VariantClear(&value) == S_OK && good;
}

#endif /* HANDED_OUT_H */
