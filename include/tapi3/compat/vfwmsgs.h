/* vfwmsgs.h for programs that use TAPI 3: the codes of DirectShow that streams answer are in tapi3.h. */
#ifndef TAPI3_COMPAT_VFWMSGS_H
#define TAPI3_COMPAT_VFWMSGS_H

#include "windows.h"

/** Answered by nothing here; CONNECT_E_NOCONNECTION has the same number. */
#define VFW_E_INVALIDMEDIATYPE 0x80040200u

#endif /* TAPI3_COMPAT_VFWMSGS_H */
