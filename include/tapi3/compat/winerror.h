/* winerror.h for programs that use TAPI 3: what <windows.h> has. */
#ifndef TAPI3_COMPAT_WINERROR_H
#define TAPI3_COMPAT_WINERROR_H

#include "windows.h"

#endif /* TAPI3_COMPAT_WINERROR_H */
