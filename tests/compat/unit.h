/*
 * Every compat header, as each translation unit of a program may include them. The program of
 * unit_main.c and its kin: ids that are defined once although several units define them, and one
 * last error for all of them.
 */
#ifdef UNIT_DEFINES_IDS
#include <initguid.h>
#endif
#include <windows.h>
#include <control.h>
#include <crtdbg.h>
#include <objbase.h>
#include <ocidl.h>
#include <ole2.h>
#include <oleauto.h>
#include <strmif.h>
#include <strsafe.h>
#include <tapi3.h>
#include <tapi3err.h>
#include <tapi3if.h>
#include <tchar.h>
#include <unknwn.h>
#include <winerror.h>
#ifdef __cplusplus
#include <atlbase.h>
#include <atlcomcli.h>
#include <atlconv.h>
#include <comdef.h>
#include <comip.h>
#include <comutil.h>
#endif

DEFINE_GUID(IID_IMine, 0x12345678, 0x9abc, 0xdef0, 1, 2, 3, 4, 5, 6, 7, 8);

#ifdef __cplusplus
extern "C" {
#endif
const GUID *id_of_one(void);
const GUID *id_of_two(void);
const GUID *terminal_of_one(void);
const GUID *terminal_of_two(void);
void fail_in_one(void);
void signal_in_two(HANDLE event);
#ifdef __cplusplus
}
#endif
