/* mmreg.h for programs that use TAPI 3: <mmsystem.h> has it all. */
#ifndef TAPI3_COMPAT_MMREG_H
#define TAPI3_COMPAT_MMREG_H

#include "mmsystem.h"

#endif /* TAPI3_COMPAT_MMREG_H */
