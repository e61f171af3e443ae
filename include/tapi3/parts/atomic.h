/*
 * Part of the compat headers: the Interlocked functions, each a full barrier. In C++ they take
 * `long` besides LONG, and their unsigned kin: on Windows these are one size.
 */
#ifndef TAPI3_PARTS_ATOMIC_H
#define TAPI3_PARTS_ATOMIC_H

#include "types.h"

/** Adds one; returns the new value. */
static inline LONG InterlockedIncrement(LONG volatile *number) {
    return __atomic_add_fetch(number, 1, __ATOMIC_SEQ_CST);
}

/** Takes one away; returns the new value. */
static inline LONG InterlockedDecrement(LONG volatile *number) {
    return __atomic_sub_fetch(number, 1, __ATOMIC_SEQ_CST);
}

/** Sets; returns the value before. */
static inline LONG InterlockedExchange(LONG volatile *number, LONG value) {
    return __atomic_exchange_n(number, value, __ATOMIC_SEQ_CST);
}

/** Adds; returns the value before. */
static inline LONG InterlockedExchangeAdd(LONG volatile *number, LONG value) {
    return __atomic_fetch_add(number, value, __ATOMIC_SEQ_CST);
}

/** Sets to `value` if it is `expected`; returns the value before. */
static inline LONG InterlockedCompareExchange(LONG volatile *number, LONG value, LONG expected) {
    __atomic_compare_exchange_n(number, &expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return expected;
}

static inline LONG InterlockedAnd(LONG volatile *number, LONG bits) {
    return __atomic_fetch_and(number, bits, __ATOMIC_SEQ_CST);
}

static inline LONG InterlockedOr(LONG volatile *number, LONG bits) {
    return __atomic_fetch_or(number, bits, __ATOMIC_SEQ_CST);
}

static inline LONG64 InterlockedIncrement64(LONG64 volatile *number) {
    return __atomic_add_fetch(number, 1, __ATOMIC_SEQ_CST);
}

static inline LONG64 InterlockedDecrement64(LONG64 volatile *number) {
    return __atomic_sub_fetch(number, 1, __ATOMIC_SEQ_CST);
}

static inline LONG64 InterlockedExchange64(LONG64 volatile *number, LONG64 value) {
    return __atomic_exchange_n(number, value, __ATOMIC_SEQ_CST);
}

/** Sets a pointer; returns the one before. */
static inline PVOID InterlockedExchangePointer(PVOID volatile *pointer, PVOID value) {
    return __atomic_exchange_n(pointer, value, __ATOMIC_SEQ_CST);
}

/** Sets a pointer to `value` if it is `expected`; returns the one before. */
static inline PVOID InterlockedCompareExchangePointer(PVOID volatile *pointer, PVOID value, PVOID expected) {
    __atomic_compare_exchange_n(pointer, &expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return expected;
}

#ifdef __cplusplus
#include <type_traits>

namespace tapi3 {
/** Number, where it is one that Windows would take for a LONG although it is none here. */
template <class Number>
using LikeLong = typename std::enable_if<std::is_same<Number, long>::value || std::is_same<Number, unsigned long>::value ||
                                             std::is_same<Number, ULONG>::value,
                                         Number>::type;
} // namespace tapi3

template <class Number> inline tapi3::LikeLong<Number> InterlockedIncrement(Number volatile *number) {
    return __atomic_add_fetch(number, static_cast<Number>(1), __ATOMIC_SEQ_CST);
}
template <class Number> inline tapi3::LikeLong<Number> InterlockedDecrement(Number volatile *number) {
    return __atomic_sub_fetch(number, static_cast<Number>(1), __ATOMIC_SEQ_CST);
}
template <class Number, class Value>
inline tapi3::LikeLong<Number> InterlockedExchange(Number volatile *number, Value value) {
    return __atomic_exchange_n(number, static_cast<Number>(value), __ATOMIC_SEQ_CST);
}
template <class Number, class Value>
inline tapi3::LikeLong<Number> InterlockedExchangeAdd(Number volatile *number, Value value) {
    return __atomic_fetch_add(number, static_cast<Number>(value), __ATOMIC_SEQ_CST);
}
template <class Number, class Value, class Expected>
inline tapi3::LikeLong<Number> InterlockedCompareExchange(Number volatile *number, Value value, Expected expected) {
    Number was = static_cast<Number>(expected);
    __atomic_compare_exchange_n(number, &was, static_cast<Number>(value), false, __ATOMIC_SEQ_CST,
                                __ATOMIC_SEQ_CST);
    return was;
}
#endif

#endif /* TAPI3_PARTS_ATOMIC_H */
