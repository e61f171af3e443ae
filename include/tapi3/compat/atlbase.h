/*
 * atlbase.h for programs that use TAPI 3, C++ only: CComPtr, CComQIPtr, CComBSTR, CComVariant, locks,
 * CComModule and the conversions of texts. CComObject is in <atlcom.h>; windows are not here.
 */
#ifndef TAPI3_COMPAT_ATLBASE_H
#define TAPI3_COMPAT_ATLBASE_H

#include "../parts/atl_convert.h"
#include "../parts/atl_locks.h"
#include "../parts/atl_module.h"
#include "../parts/atl_variant.h"

#ifndef _ATL_NO_AUTOMATIC_NAMESPACE
using namespace ATL;
#endif

#endif /* TAPI3_COMPAT_ATLBASE_H */
