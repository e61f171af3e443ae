/*
 * Part of the compat headers, C++ only: what CComVariant and _variant_t share.
 */
#ifndef TAPI3_PARTS_VARIANTS_H
#define TAPI3_PARTS_VARIANTS_H

#include "atl_bstr.h"

#include <type_traits>

namespace tapi3 {

/** A number, a character or an enumeration; not bool, which is VT_BOOL. */
template <class Value>
using IfNumber = typename std::enable_if<(std::is_arithmetic<Value>::value || std::is_enum<Value>::value) &&
                                         !std::is_same<Value, bool>::value>::type;

inline void set_variant(VARIANT &variant, bool value) noexcept {
    variant.vt = VT_BOOL;
    variant.boolVal = value ? VARIANT_TRUE : VARIANT_FALSE;
}
inline void set_variant(VARIANT &variant, char value) noexcept {
    variant.vt = VT_I1;
    variant.cVal = static_cast<int8_t>(value);
}
inline void set_variant(VARIANT &variant, signed char value) noexcept {
    variant.vt = VT_I1;
    variant.cVal = value;
}
inline void set_variant(VARIANT &variant, BYTE value) noexcept {
    variant.vt = VT_UI1;
    variant.bVal = value;
}
inline void set_variant(VARIANT &variant, SHORT value) noexcept {
    variant.vt = VT_I2;
    variant.iVal = value;
}
inline void set_variant(VARIANT &variant, USHORT value) noexcept {
    variant.vt = VT_UI2;
    variant.uiVal = value;
}
inline void set_variant(VARIANT &variant, int value) noexcept {
    variant.vt = VT_I4;
    variant.lVal = value;
}
inline void set_variant(VARIANT &variant, unsigned int value) noexcept {
    variant.vt = VT_UI4;
    variant.ulVal = value;
}
inline void set_variant(VARIANT &variant, long long value) noexcept {
    variant.vt = VT_I8;
    variant.llVal = value;
}
inline void set_variant(VARIANT &variant, unsigned long long value) noexcept {
    variant.vt = VT_UI8;
    variant.ullVal = value;
}
/* A program's `long` is 32 bits on Windows, and a VT_I4; a value that does not fit keeps all of it. */
inline void set_variant(VARIANT &variant, long value) noexcept {
    if (value >= INT32_MIN && value <= INT32_MAX) set_variant(variant, static_cast<int>(value));
    else set_variant(variant, static_cast<long long>(value));
}
inline void set_variant(VARIANT &variant, unsigned long value) noexcept {
    if (value <= UINT32_MAX) set_variant(variant, static_cast<unsigned int>(value));
    else set_variant(variant, static_cast<unsigned long long>(value));
}
inline void set_variant(VARIANT &variant, float value) noexcept {
    variant.vt = VT_R4;
    variant.fltVal = value;
}
inline void set_variant(VARIANT &variant, double value) noexcept {
    variant.vt = VT_R8;
    variant.dblVal = value;
}
inline void set_variant(VARIANT &variant, IDispatch *value) noexcept {
    variant.vt = VT_DISPATCH;
    variant.pdispVal = value;
    if (value) value->AddRef();
}
inline void set_variant(VARIANT &variant, IUnknown *value) noexcept {
    variant.vt = VT_UNKNOWN;
    variant.punkVal = value;
    if (value) value->AddRef();
}

/** Whether two hold the same value of the same kind. Arrays and references are never the same. */
inline bool same_variant(const VARIANT &a, const VARIANT &b) noexcept {
    if (a.vt != b.vt) return false;
    switch (a.vt) {
    case VT_EMPTY:
    case VT_NULL: return true;
    case VT_BSTR: return compare_bstr(a.bstrVal, b.bstrVal) == 0;
    case VT_BOOL: return !a.boolVal == !b.boolVal;
    case VT_I1:
    case VT_UI1: return a.bVal == b.bVal;
    case VT_I2:
    case VT_UI2: return a.iVal == b.iVal;
    case VT_I4:
    case VT_UI4:
    case VT_INT:
    case VT_UINT:
    case VT_ERROR: return a.lVal == b.lVal;
    case VT_I8:
    case VT_UI8: return a.llVal == b.llVal;
    case VT_R4: return !(a.fltVal < b.fltVal) && !(b.fltVal < a.fltVal);
    case VT_R8:
    case VT_DATE: return !(a.dblVal < b.dblVal) && !(b.dblVal < a.dblVal);
    case VT_UNKNOWN:
    case VT_DISPATCH: return a.punkVal == b.punkVal;
    default: return false;
    }
}

} // namespace tapi3

#endif /* TAPI3_PARTS_VARIANTS_H */
