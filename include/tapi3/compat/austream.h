/* austream.h for programs that use TAPI 3: streams of sound. The interfaces are in tapi3.h. */
#ifndef TAPI3_COMPAT_AUSTREAM_H
#define TAPI3_COMPAT_AUSTREAM_H

#include "mmstream.h"
#include "mmsystem.h"

#endif /* TAPI3_COMPAT_AUSTREAM_H */
