/*
 * Part of the compat headers: what oleauto.h has beyond tapi3.h. In C++ the safe array functions
 * take indices and bounds of type `long`, too.
 */
#ifndef TAPI3_PARTS_AUTOMATION_H
#define TAPI3_PARTS_AUTOMATION_H

#include "types.h"

/* The language of names and texts; this library has one. */
#define GetUserDefaultLCID() ((LCID)LOCALE_USER_DEFAULT)
#define GetSystemDefaultLCID() ((LCID)LOCALE_SYSTEM_DEFAULT)

#ifndef CLSCTX_SERVER
#define CLSCTX_SERVER (CLSCTX_INPROC_SERVER | CLSCTX_LOCAL_SERVER | CLSCTX_REMOTE_SERVER)
#endif
#define InlineIsEqualGUID(a, b) IsEqualGUID(a, b)

/* What CoInitializeSecurity is called with; there is no other process to be secure against. */
#define RPC_C_AUTHN_LEVEL_DEFAULT 0
#define RPC_C_AUTHN_LEVEL_NONE 1
#define RPC_C_AUTHN_LEVEL_CONNECT 2
#define RPC_C_AUTHN_LEVEL_CALL 3
#define RPC_C_AUTHN_LEVEL_PKT 4
#define RPC_C_IMP_LEVEL_DEFAULT 0
#define RPC_C_IMP_LEVEL_ANONYMOUS 1
#define RPC_C_IMP_LEVEL_IDENTIFY 2
#define RPC_C_IMP_LEVEL_IMPERSONATE 3
#define EOAC_NONE 0

/** Does nothing: objects live in the program's own process. */
static inline HRESULT CoInitializeSecurity(PVOID descriptor, LONG services, const void *service_list, void *reserved,
                                           DWORD authentication, DWORD impersonation, void *authentication_list,
                                           DWORD capabilities, void *also_reserved) {
    (void)descriptor, (void)services, (void)service_list, (void)reserved, (void)authentication;
    (void)impersonation, (void)authentication_list, (void)capabilities, (void)also_reserved;
    return S_OK;
}

#if defined(__cplusplus) && !defined(CINTERFACE)
#include <type_traits>

namespace tapi3 {

/** HRESULT, where a program gives `long` for LONG. */
template <class Long>
using ForLong = typename std::enable_if<std::is_same<Long, long>::value && !std::is_same<long, LONG>::value, HRESULT>::type;

/** The indices of one element, as LONG. */
class Indices {
public:
    /** As many of `wide` as the array has dimensions. */
    Indices(SAFEARRAY *array, const long *wide) : count_(array && wide ? SafeArrayGetDim(array) : 0) {
        if (count_ > most) count_ = 0;
        for (UINT i = 0; i < count_; ++i) narrow_[i] = static_cast<LONG>(wide[i]);
    }
    /** NULL, which the functions refuse, for no array, no indices, or too many dimensions. */
    LONG *get() { return count_ ? narrow_ : nullptr; }

private:
    static const UINT most = 16;
    LONG narrow_[most];
    UINT count_;
};

} // namespace tapi3

template <class Long> tapi3::ForLong<Long> SafeArrayPutElement(SAFEARRAY *array, Long *indices, void *value) {
    return SafeArrayPutElement(array, tapi3::Indices(array, indices).get(), value);
}
template <class Long> tapi3::ForLong<Long> SafeArrayGetElement(SAFEARRAY *array, Long *indices, void *value) {
    return SafeArrayGetElement(array, tapi3::Indices(array, indices).get(), value);
}
template <class Long> tapi3::ForLong<Long> SafeArrayGetLBound(SAFEARRAY *array, UINT dimension, Long *bound) {
    return SafeArrayGetLBound(array, dimension, tapi3::Narrow<Long>(bound));
}
template <class Long> tapi3::ForLong<Long> SafeArrayGetUBound(SAFEARRAY *array, UINT dimension, Long *bound) {
    return SafeArrayGetUBound(array, dimension, tapi3::Narrow<Long>(bound));
}
#endif

#endif /* TAPI3_PARTS_AUTOMATION_H */
