/* tapi3if.h: the interfaces; here all are in <tapi3.h>. */
#ifndef TAPI3_COMPAT_TAPI3IF_H
#define TAPI3_COMPAT_TAPI3IF_H

#include "tapi3.h"

#endif /* TAPI3_COMPAT_TAPI3IF_H */
