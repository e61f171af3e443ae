/* comutil.h: _bstr_t and _variant_t; here all are in <comdef.h>. */
#ifndef TAPI3_COMPAT_COMUTIL_H
#define TAPI3_COMPAT_COMUTIL_H

#include "comdef.h"

#endif /* TAPI3_COMPAT_COMUTIL_H */
