/* comip.h: _com_ptr_t; here all are in <comdef.h>. */
#ifndef TAPI3_COMPAT_COMIP_H
#define TAPI3_COMPAT_COMIP_H

#include "comdef.h"

#endif /* TAPI3_COMPAT_COMIP_H */
