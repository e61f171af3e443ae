/* objbase.h for programs that use TAPI 3: what <windows.h> has, and `interface`. */
#ifndef TAPI3_COMPAT_OBJBASE_H
#define TAPI3_COMPAT_OBJBASE_H

#include "windows.h"

#ifndef interface
#define interface struct
#endif

#endif /* TAPI3_COMPAT_OBJBASE_H */
