/*
 * tchar.h for programs that use TAPI 3: with UNICODE or _UNICODE a TCHAR is a WCHAR, otherwise a
 * char. Texts are printed as UTF-8, by the conversions of Windows (%s is a text of TCHARs, %S one
 * of the other kind).
 */
#ifndef TAPI3_COMPAT_TCHAR_H
#define TAPI3_COMPAT_TCHAR_H

#include "windows.h"

typedef TCHAR _TCHAR;
typedef TCHAR *PTCHAR;
/* _T is what other headers, such as those of ncurses, take for themselves; the last one wins. */
#define _T(text) TAPI3_TEXT(text)
#define _TEXT(text) TAPI3_TEXT(text)

#if defined(UNICODE) || defined(_UNICODE)
#define _tcslen tapi3_wcslen
#define _tcscpy tapi3_wcscpy
#define _tcsncpy tapi3_wcsncpy
#define _tcscat tapi3_wcscat
#define _tcsncat tapi3_wcsncat
#define _tcscmp tapi3_wcscmp
#define _tcsncmp tapi3_wcsncmp
#define _tcsicmp tapi3_wcsicmp
#define _tcsnicmp tapi3_wcsnicmp
#define _tcschr(text, unit) ((TCHAR *)(uintptr_t)tapi3_wcschr(text, unit))
#define _tcsrchr(text, unit) ((TCHAR *)(uintptr_t)tapi3_wcsrchr(text, unit))
#define _tcsstr(text, part) ((TCHAR *)(uintptr_t)tapi3_wcsstr(text, part))
#define _tcsdup tapi3_wcsdup
#define _tcstol tapi3_wcstol
#define _tcstoul tapi3_wcstoul
#define _ttoi _wtoi
#define _ttol _wtol
#define _tcscpy_s wcscpy_s
#define _tcscat_s wcscat_s
#define _tcsncpy_s wcsncpy_s
#define _stprintf_s swprintf_s
#define _vstprintf_s vswprintf_s
#define _sntprintf _snwprintf
#define _vsntprintf _vsnwprintf
#define _sntprintf_s _snwprintf_s
#define _tprintf tapi3_wprintf
#define _ftprintf tapi3_fwprintf
#define _putts(text) (tapi3_wprintf(OLESTR("%s\n"), (text)))
#define _fputts(text, file) tapi3_fputws(text, file)
#else
/* With UNICODE the arguments of main would have to be converted first. */
#define _tmain main
#define _tcslen strlen
#define _tcscpy strcpy
#define _tcsncpy strncpy
#define _tcscat strcat
#define _tcsncat strncat
#define _tcscmp strcmp
#define _tcsncmp strncmp
#define _tcsicmp _stricmp
#define _tcsnicmp _strnicmp
#define _tcschr strchr
#define _tcsrchr strrchr
#define _tcsstr strstr
#define _tcsdup strdup
#define _tcstol strtol
#define _tcstoul strtoul
#define _ttoi atoi
#define _ttol atol
#define _tcscpy_s strcpy_s
#define _tcscat_s strcat_s
#define _stprintf_s sprintf_s
#define _vstprintf_s vsprintf_s
#define _sntprintf _snprintf
#define _vsntprintf _vsnprintf
#define _tprintf tapi3_printf
#define _ftprintf tapi3_fprintf
#define _putts(text) puts(text)
#define _fputts(text, file) fputs(text, file)
#endif

#endif /* TAPI3_COMPAT_TCHAR_H */
