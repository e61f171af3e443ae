/* ocidl.h for programs that use TAPI 3: what <windows.h> has. */
#ifndef TAPI3_COMPAT_OCIDL_H
#define TAPI3_COMPAT_OCIDL_H

#include "windows.h"

#endif /* TAPI3_COMPAT_OCIDL_H */
