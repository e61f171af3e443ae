/*
 * Texts of the compat headers: conversions with what is not valid, the printf family as Windows has
 * it, strsafe, tchar, FormatMessage. As C and as C++, with and without UNICODE and -fshort-wchar.
 */
#include <windows.h>
#include <crtdbg.h>
#include <strsafe.h>
#include <tchar.h>

#include <pthread.h>

#include "check.h"

static BOOL same(const WCHAR *text, const WCHAR *wanted) {
    return lstrcmpW(text, wanted) == 0;
}

/* UTF-8 in, UTF-16 out, with one U+FFFD for each longest beginning that is not valid. */
static void to_wide(void) {
    static const struct {
        const char *from;
        const WCHAR *to;
        BOOL valid;
    } cases[] = {
        {"", OLESTR(""), TRUE},
        {"1001", OLESTR("1001"), TRUE},
        {"\xc3\xa9\xe2\x82\xac\xf0\x9f\x93\x9e", OLESTR("\u00e9\u20ac\U0001F4DE"), TRUE},
        {"a\xff z", OLESTR("a\uFFFD z"), FALSE},
        {"\xc0\xaf", OLESTR("\uFFFD\uFFFD"), FALSE},
        {"\xe2\x82", OLESTR("\uFFFD"), FALSE},
        {"\xe2\x82z", OLESTR("\uFFFDz"), FALSE},
        {"\xed\xa0\x80", OLESTR("\uFFFD\uFFFD\uFFFD"), FALSE},
        {"\xf0\x9f\x93z", OLESTR("\uFFFDz"), FALSE},
        {"\xf4\x90\x80\x80", OLESTR("\uFFFD\uFFFD\uFFFD\uFFFD"), FALSE},
        {"\x80", OLESTR("\uFFFD"), FALSE},
    };
    size_t i;
    for (i = 0; i < ARRAYSIZE(cases); ++i) {
        WCHAR text[32];
        const int length = MultiByteToWideChar(CP_UTF8, 0, cases[i].from, -1, NULL, 0);
        CHECK(length == lstrlenW(cases[i].to) + 1);
        CHECK(MultiByteToWideChar(CP_ACP, 0, cases[i].from, -1, text, 32) == length);
        CHECK(same(text, cases[i].to));
        CHECK(MultiByteToWideChar(CP_UTF8, 0, cases[i].from, -1, text, length) == length);
        CHECK((MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, cases[i].from, -1, text, 32) > 0) == cases[i].valid);
        if (!cases[i].valid) CHECK(GetLastError() == ERROR_NO_UNICODE_TRANSLATION);
        CHECK(MultiByteToWideChar(CP_UTF8, 0, cases[i].from, -1, text, length - 1) == 0 || length == 1);
        if (length > 1) CHECK(GetLastError() == ERROR_INSUFFICIENT_BUFFER);
    }
}

static void to_narrow(void) {
    static const WCHAR lone[] = {'a', 0xd83d, 'z', 0xdcde, 0xd83d, 0};
    char text[32];
    BOOL used = TRUE;
    CHECK(WideCharToMultiByte(CP_UTF8, 0, OLESTR("\u00e9\U0001F4DE"), -1, NULL, 0, NULL, NULL) == 7);
    CHECK(WideCharToMultiByte(CP_UTF8, 0, OLESTR("\u00e9\U0001F4DE"), -1, text, 7, NULL, NULL) == 7);
    CHECK(strcmp(text, "\xc3\xa9\xf0\x9f\x93\x9e") == 0);
    CHECK(WideCharToMultiByte(CP_UTF8, 0, OLESTR("\u00e9\U0001F4DE"), -1, text, 6, NULL, NULL) == 0);
    CHECK(GetLastError() == ERROR_INSUFFICIENT_BUFFER);
    CHECK(WideCharToMultiByte(CP_ACP, 0, lone, -1, text, 32, "?", &used) == 12 && !used);
    CHECK(strcmp(text, "a\xef\xbf\xbdz\xef\xbf\xbd\xef\xbf\xbd") == 0);
    CHECK(WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, lone, -1, text, 32, NULL, NULL) == 0);
    CHECK(GetLastError() == ERROR_NO_UNICODE_TRANSLATION);
    /* Without its zero, and a zero within. */
    CHECK(WideCharToMultiByte(CP_UTF8, 0, OLESTR("1001"), 2, text, 32, NULL, NULL) == 2);
    CHECK(WideCharToMultiByte(CP_UTF8, 0, OLESTR("a\0b"), 3, text, 32, NULL, NULL) == 3 && text[2] == 'b');
}

static void what_is_refused(void) {
    WCHAR text[4];
    char narrow[4];
    CHECK(MultiByteToWideChar(CP_UTF8, 0, NULL, -1, text, 4) == 0 && GetLastError() == ERROR_INVALID_PARAMETER);
    CHECK(MultiByteToWideChar(CP_UTF8, 0, "a", 0, text, 4) == 0 && GetLastError() == ERROR_INVALID_PARAMETER);
    CHECK(MultiByteToWideChar(CP_UTF8, 0, "a", 1, NULL, 4) == 0 && GetLastError() == ERROR_INVALID_PARAMETER);
    CHECK(MultiByteToWideChar(1252, 0, "a", 1, text, 4) == 0 && GetLastError() == ERROR_INVALID_PARAMETER);
    CHECK(WideCharToMultiByte(CP_UTF8, 0, text, 0, narrow, 4, NULL, NULL) == 0);
    CHECK(WideCharToMultiByte(CP_UTF8, 0, OLESTR("a"), 1, narrow, 4, "?", NULL) == 0);
}

/* What Windows' C library prints and the one here does not. */
static void printing(void) {
    WCHAR text[64];
    char narrow[64];
    const DWORD code = 0x80040044u;
    CHECK(swprintf_s(text, 64, OLESTR("%s|%S|%hs|%ls|%c"), OLESTR("w\u20ac"), "n", "h", OLESTR("l"), 'c') == 10);
    CHECK(same(text, OLESTR("w\u20ac|n|h|l|c")));
    CHECK(sprintf_s(narrow, 64, "%s|%S|%ls|%ws", "n", OLESTR("w\u20ac"), OLESTR("l"), OLESTR("w")) == 10);
    CHECK(strcmp(narrow, "n|w\xe2\x82\xac|l|w") == 0);
    /* l is 32 bits. */
    CHECK(sprintf_s(narrow, 64, "0x%lx %ld %lu", code, (LONG)-5, code) > 0);
    CHECK(strcmp(narrow, "0x80040044 -5 2147745860") == 0);
    CHECK(sprintf_s(narrow, 64, "%I64d %lld %I32d %Id", (LONGLONG)-6000000000, 6000000000ll, 7, (INT_PTR)-8) > 0);
    CHECK(strcmp(narrow, "-6000000000 6000000000 7 -8") == 0);
    CHECK(sprintf_s(narrow, 64, "[%5d|%-5d|%05d|%+d|%.3d|%#x|%hd|%hhu]", 42, 42, 42, 42, 7, 255, 65537, 257) > 0);
    CHECK(strcmp(narrow, "[   42|42   |00042|+42|007|0xff|1|1]") == 0);
    CHECK(sprintf_s(narrow, 64, "[%6.2f|%-8.3s|%*d|%%|%8s]", 3.14159, "abcdef", 4, 7, "x") > 0);
    CHECK(strcmp(narrow, "[  3.14|abc     |   7|%|       x]") == 0);
    CHECK(sprintf_s(narrow, 64, "[%4.0d|%-3.0x]", 0, 0) == 10 && strcmp(narrow, "[    |   ]") == 0);
    CHECK(sprintf_s(narrow, 64, "%s %S", (char *)NULL, (WCHAR *)NULL) > 0 && strcmp(narrow, "(null) (null)") == 0);
    CHECK(wsprintfW(text, OLESTR("%d"), 12) == 2 && same(text, OLESTR("12")));
    CHECK(wsprintfA(narrow, "%d", 12) == 2);
    /* What does not fit. */
    CHECK(swprintf_s(text, 4, OLESTR("%s"), OLESTR("1001")) == -1 && text[0] == 0);
    CHECK(_snwprintf_s(text, 4, _TRUNCATE, OLESTR("%s"), OLESTR("1001")) == -1 && same(text, OLESTR("100")));
    CHECK(_snwprintf_s(text, 64, 2, OLESTR("%s"), OLESTR("1001")) == -1 && same(text, OLESTR("10")));
    CHECK(_snwprintf(text, 5, OLESTR("%s"), OLESTR("1001")) == 4 && same(text, OLESTR("1001")));
    /* A format that ends too early. */
    CHECK(sprintf_s(narrow, 64, "100%") == 3 && sprintf_s(narrow, 64, "100%-") == 3);
}

static void safe_strings(void) {
    WCHAR text[6];
    char narrow[6];
    size_t length = 9;
    CHECK(StringCchCopyW(text, 6, OLESTR("1001")) == S_OK && StringCchCatW(text, 6, OLESTR("2")) == S_OK);
    CHECK(StringCchCatW(text, 6, OLESTR("3")) == STRSAFE_E_INSUFFICIENT_BUFFER && same(text, OLESTR("10012")));
    CHECK(StringCbCopyW(text, 3 * sizeof(WCHAR), OLESTR("1001")) == STRSAFE_E_INSUFFICIENT_BUFFER);
    CHECK(same(text, OLESTR("10")));
    CHECK(StringCbLengthW(text, sizeof text, &length) == S_OK && length == 4);
    CHECK(StringCchPrintfA(narrow, 6, "%S-%d", OLESTR("ab"), 17) == S_OK && strcmp(narrow, "ab-17") == 0);
    CHECK(StringCchPrintfA(narrow, 6, "%d", 1234567) == STRSAFE_E_INSUFFICIENT_BUFFER && strcmp(narrow, "12345") == 0);
    CHECK(StringCchCopyA(narrow, 0, "x") == STRSAFE_E_INVALID_PARAMETER);
    memset(narrow, 'x', sizeof narrow);
    CHECK(StringCchLengthA(narrow, 6, &length) == STRSAFE_E_INVALID_PARAMETER && length == 0);
    CHECK(StringCchCatA(narrow, 6, "y") == STRSAFE_E_INVALID_PARAMETER);
    CHECK(FAILED(StringCchCopyA(NULL, 6, "y")));
}

static void text_of_tchars(void) {
    TCHAR text[16];
    TCHAR *found;
    _tcscpy(text, _T("Ann"));
    _tcscat(text, TEXT("e"));
    CHECK(_tcslen(text) == 4 && lstrlen(text) == 4 && _tcscmp(text, _T("Anne")) == 0);
    CHECK(_tcsicmp(text, _T("ANNE")) == 0 && lstrcmpi(text, _T("aNNe")) == 0);
    found = _tcschr(text, _T('e'));
    CHECK(found == text + 3 && _tcsrchr(text, _T('n')) == text + 2 && _tcsstr(text, _T("nn")) == text + 1);
    CHECK(_tcschr(text, _T('q')) == NULL && _ttoi(_T("1001")) == 1001 && _tcstol(_T("ff"), NULL, 16) == 255);
    CHECK(_stprintf_s(text, 16, _T("%s %d"), _T("a"), 5) == 3 && lstrcmp(text, _T("a 5")) == 0);
    CHECK(lstrcpyn(text, _T("1001"), 3) == text && _tcslen(text) == 2);
    _tprintf(_T("line %s %d\n"), _T("Desk"), 1);
    OutputDebugString(_T("to the debugger\n"));
}

/* Under -fshort-wchar these are the names of the C library, in C++ overloads of them. */
static void wide_by_its_old_names(void) {
#if defined(__cplusplus) || __SIZEOF_WCHAR_T__ == 2
    WCHAR text[16];
    CHECK(wcslen(OLESTR("1001")) == 4 && wcscmp(OLESTR("b"), OLESTR("a")) > 0);
    CHECK(wcscmp(wcscat(wcscpy(text, OLESTR("10")), OLESTR("01")), OLESTR("1001")) == 0);
    CHECK(wcsncmp(wcsncpy(text, OLESTR("2002"), 3), OLESTR("200"), 3) == 0);
    CHECK(wcschr(text, '0') == text + 1 && wcsrchr(text, '0') == text + 2 && wcsstr(text, OLESTR("00")) == text + 1);
    CHECK(swprintf(text, 16, OLESTR("%s %d"), OLESTR("x"), 3) == 3 && wcscmp(text, OLESTR("x 3")) == 0);
    CHECK(wcstol(OLESTR("-12z"), NULL, 10) == -12);
    wprintf(OLESTR("wide %s\n"), OLESTR("line"));
#endif
}

static void messages(void) {
    static const DWORD of_files[] = {ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND,       ERROR_TOO_MANY_OPEN_FILES,
                                     ERROR_ACCESS_DENIED,  ERROR_INVALID_DATA,         ERROR_WRITE_PROTECT,
                                     ERROR_DISK_FULL,      ERROR_FILENAME_EXCED_RANGE, ERROR_SHARING_VIOLATION,
                                     ERROR_IO_DEVICE};
    size_t i;
    char narrow[256];
    WCHAR wide[256];
    char *made = NULL;
    LPWSTR made_wide = NULL;
    const DWORD length = FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, NULL,
                                        TAPI_E_TIMEOUT, 0, narrow, 256, NULL);
    CHECK(length == strlen(narrow) && length > 2 && strcmp(narrow + length - 2, "\r\n") == 0);
    CHECK(strncmp(narrow, tapi3_hresult_message(TAPI_E_TIMEOUT), length - 2) == 0);
    CHECK(FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM, NULL, TAPI_E_TIMEOUT, 0, wide, 256, NULL) == length);
    CHECK(lstrlenW(wide) == (int)length);
    CHECK(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_ALLOCATE_BUFFER, NULL, E_OUTOFMEMORY,
                         MAKELANGID(LANG_NEUTRAL, SUBLANG_DEFAULT), (LPSTR)(void *)&made, 0, NULL) == strlen(made));
    CHECK(LocalFree(made) == NULL);
    CHECK(FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_MAX_WIDTH_MASK,
                         NULL, ERROR_INVALID_HANDLE, 0, (LPWSTR)(void *)&made_wide, 0, NULL) > 0);
    CHECK(same(made_wide, OLESTR("The handle is invalid. ")));
    LocalFree(made_wide);
    CHECK(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, HRESULT_FROM_WIN32(ERROR_NO_UNICODE_TRANSLATION), 0, narrow,
                         256, NULL) > 0);
    for (i = 0; i < sizeof of_files / sizeof *of_files; i++) {
        CHECK(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, HRESULT_FROM_WIN32(of_files[i]), 0, narrow, 256, NULL) >
              0);
    }
    CHECK(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, TAPI_E_TIMEOUT, 0, narrow, 4, NULL) == 0);
    CHECK(GetLastError() == ERROR_INSUFFICIENT_BUFFER);
    CHECK(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 0x8abcdef1u, 0, narrow, 256, NULL) == 0);
    CHECK(GetLastError() == ERROR_MR_MID_NOT_FOUND);
    CHECK(FormatMessageA(FORMAT_MESSAGE_FROM_STRING, "text", 0, 0, narrow, 256, NULL) == 0);
    CHECK(FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM, NULL, E_FAIL, 0, NULL, 256, NULL) == 0);
    _ASSERTE(length > 0);
}

#define LINES 10000

static HANDLE start;

static void *print_lines(void *file) {
    int i;
    CHECK(WaitForSingleObject(start, PATIENCE) == WAIT_OBJECT_0);
    for (i = 0; i < LINES; ++i) tapi3_fwprintf((FILE *)file, OLESTR("%s %05d\n"), OLESTR("a line in one piece"), i);
    return NULL;
}

/* What two threads print at once does not mix within a line. */
static void whole_lines(void) {
    FILE *file = tmpfile();
    pthread_t threads[2];
    char line[64];
    int i, lines = 0;
    start = CreateEvent(NULL, TRUE, FALSE, NULL);
    CHECK(file != NULL && start != NULL);
    for (i = 0; i < 2; ++i) CHECK(pthread_create(&threads[i], NULL, print_lines, file) == 0);
    CHECK(SetEvent(start));
    for (i = 0; i < 2; ++i) CHECK(pthread_join(threads[i], NULL) == 0);
    rewind(file);
    for (; fgets(line, sizeof line, file); ++lines) {
        CHECK(strlen(line) == 26 && strncmp(line, "a line in one piece ", 20) == 0);
    }
    CHECK(lines == 2 * LINES && CloseHandle(start));
    fclose(file);
}

int main(void) {
    to_wide();
    to_narrow();
    what_is_refused();
    printing();
    safe_strings();
    text_of_tchars();
    wide_by_its_old_names();
    messages();
    whole_lines();
    puts("done");
    return 0;
}
