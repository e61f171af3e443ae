/* atlconv.h: the conversions of texts; here all are in <atlbase.h>. */
#ifndef TAPI3_COMPAT_ATLCONV_H
#define TAPI3_COMPAT_ATLCONV_H

#include "atlbase.h"

#endif /* TAPI3_COMPAT_ATLCONV_H */
