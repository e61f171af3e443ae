/* atlcomcli.h: the smart pointers of ATL; here all are in <atlbase.h>. */
#ifndef TAPI3_COMPAT_ATLCOMCLI_H
#define TAPI3_COMPAT_ATLCOMCLI_H

#include "atlbase.h"

#endif /* TAPI3_COMPAT_ATLCOMCLI_H */
