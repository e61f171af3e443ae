/* tapi3err.h: the TAPI_E_ codes; here they are in <tapi3.h>. */
#ifndef TAPI3_COMPAT_TAPI3ERR_H
#define TAPI3_COMPAT_TAPI3ERR_H

#include "tapi3.h"

#endif /* TAPI3_COMPAT_TAPI3ERR_H */
