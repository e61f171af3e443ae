/*
 * A program without standard input, output and error, which are closed: what the library opens does
 * not come to stand for them. The exit status tells; there is nothing to print on.
 */
#define CINTERFACE
#define COBJMACROS
#include <sys/stat.h>
#include <tapi3.h>

int main(void)
{
    ITTAPI *tapi = NULL;
    int descriptor;

    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    if (FAILED(CoCreateInstance(&CLSID_TAPI, NULL, CLSCTX_INPROC_SERVER, &IID_ITTAPI,
                                (void **)&tapi)) ||
        ITTAPI_Initialize(tapi) != S_OK) {
        return 1;
    }
    for (descriptor = 0; descriptor <= 2; descriptor++) {
        struct stat found;

        if (fstat(descriptor, &found) == 0 && !S_ISCHR(found.st_mode)) {
            return 2;
        }
    }
    return ITTAPI_Shutdown(tapi) == S_OK ? 0 : 3;
}
