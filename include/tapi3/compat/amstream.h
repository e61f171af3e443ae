/*
 * amstream.h for programs that use TAPI 3: what <mmstream.h>, <austream.h> and <strmif.h> have. No
 * multimedia stream is made here: a stream is a media streaming terminal.
 */
#ifndef TAPI3_COMPAT_AMSTREAM_H
#define TAPI3_COMPAT_AMSTREAM_H

#include "austream.h"
#include "mmstream.h"
#include "strmif.h"

#endif /* TAPI3_COMPAT_AMSTREAM_H */
