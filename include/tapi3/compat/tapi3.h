/*
 * tapi3.h as a program for Windows includes it: with what <windows.h> has. The interfaces are those
 * of the library's own tapi3.h, two folders up.
 */
#ifndef TAPI3_COMPAT_TAPI3_H
#define TAPI3_COMPAT_TAPI3_H

#include "../../tapi3.h"

#include "windows.h"

#endif /* TAPI3_COMPAT_TAPI3_H */
