/*
 * Part of the compat headers: DEFINE_GUID as a definition. Several translation units may define
 * the same id; the linker keeps one.
 */
#ifndef TAPI3_PARTS_GUIDS_H
#define TAPI3_PARTS_GUIDS_H

#include "types.h"

#undef DEFINE_GUID
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) \
    EXTERN_C const GUID DECLSPEC_SELECTANY name;                     \
    const GUID name = {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}

#endif /* TAPI3_PARTS_GUIDS_H */
