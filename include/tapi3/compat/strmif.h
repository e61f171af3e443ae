/*
 * strmif.h for programs that use TAPI 3: what <control.h> has, and the sizes that a program proposes
 * for the buffers of a terminal.
 */
#ifndef TAPI3_COMPAT_STRMIF_H
#define TAPI3_COMPAT_STRMIF_H

#include "control.h"

/** The buffers of a stream. Sizes in bytes. */
typedef struct ALLOCATOR_PROPERTIES {
    LONG cBuffers;
    LONG cbBuffer;
    LONG cbAlign;
    LONG cbPrefix;
} ALLOCATOR_PROPERTIES;

#endif /* TAPI3_COMPAT_STRMIF_H */
