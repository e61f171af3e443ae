/*
 * comdef.h for programs that use TAPI 3, C++ only: _bstr_t, _variant_t, _com_error, _com_ptr_t and
 * __uuidof.
 */
#ifndef TAPI3_COMPAT_COMDEF_H
#define TAPI3_COMPAT_COMDEF_H

#include "../parts/com_bstr.h"
#include "../parts/com_error.h"
#include "../parts/com_pointer.h"
#include "../parts/com_variant.h"

#endif /* TAPI3_COMPAT_COMDEF_H */
