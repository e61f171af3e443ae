/*
 * windows.h for programs that use TAPI 3: the names below and nothing else of Win32. Windows,
 * threads, files and the registry are the program's own to replace; docs/porting.md tells how.
 */
#ifndef TAPI3_COMPAT_WINDOWS_H
#define TAPI3_COMPAT_WINDOWS_H

#include "../parts/atomic.h"
#include "../parts/automation.h"
#include "../parts/error.h"
#include "../parts/sync.h"
#include "../parts/terminals.h"
#include "../parts/text.h"
#include "../parts/types.h"
#include "../parts/wide.h"

#endif /* TAPI3_COMPAT_WINDOWS_H */
