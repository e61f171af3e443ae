/*
 * strmif.h for programs that use TAPI 3: what <control.h> has. AM_MEDIA_TYPE and ALLOCATOR_PROPERTIES
 * are in tapi3.h.
 */
#ifndef TAPI3_COMPAT_STRMIF_H
#define TAPI3_COMPAT_STRMIF_H

#include "control.h"

#endif /* TAPI3_COMPAT_STRMIF_H */
