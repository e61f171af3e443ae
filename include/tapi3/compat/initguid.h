/*
 * initguid.h: from here on DEFINE_GUID defines the id; several translation units may do so for one.
 * The ids of TAPI and COM need none of this: they are in the library.
 */
#ifndef TAPI3_COMPAT_INITGUID_H
#define TAPI3_COMPAT_INITGUID_H

#ifndef INITGUID
#define INITGUID
#endif
#include "../parts/guids.h"

#endif /* TAPI3_COMPAT_INITGUID_H */
