/*
 * atlcom.h for programs that use TAPI 3, C++ only: CComObjectRootEx, CComObject and maps of interfaces,
 * for sinks. Class factories, aggregation and what needs a type library are not here.
 */
#ifndef TAPI3_COMPAT_ATLCOM_H
#define TAPI3_COMPAT_ATLCOM_H

#include "atlbase.h"

#include "../parts/atl_objects.h"

#endif /* TAPI3_COMPAT_ATLCOM_H */
