/* ole2.h for programs that use TAPI 3: what <objbase.h> has. */
#ifndef TAPI3_COMPAT_OLE2_H
#define TAPI3_COMPAT_OLE2_H

#include "objbase.h"

#endif /* TAPI3_COMPAT_OLE2_H */
