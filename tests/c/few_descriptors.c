/*
 * Initialize and Connect when the process may have few descriptors: at every limit they work, or
 * say what is short.
 *
 *     few_descriptors DESTINATION
 */
#include "tapi_test.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* No configuration takes more. */
#define PLENTY 128

static void allow(rlim_t descriptors)
{
    struct rlimit limit;

    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = descriptors;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0) {
        bail_out("setrlimit");
    }
}

/* Whether the thread's message names the limit; shows it if not. */
static int names_the_limit(void)
{
    char *message = tapi3_last_error_message();
    int good = message != NULL && strstr(message, "too many open files") != NULL &&
               strstr(message, "RLIMIT_NOFILE") != NULL;

    if (!good) {
        note("%s", message != NULL ? message : "no message");
    }
    CoTaskMemFree(message);
    return good;
}

/* The first descriptor that is free. */
static rlim_t first_free(void)
{
    int descriptor = open("/dev/null", O_RDONLY);

    close(descriptor);
    return (rlim_t)descriptor;
}

int main(int count, char **arguments)
{
    ITTAPI *tapi = NULL;
    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL;
    ITBasicCallControl *call = NULL;
    BSTR destination;
    HRESULT hr = E_FAIL;
    rlim_t limit;
    int refused = 0, clear = 0;

    if (count != 2) {
        return 2;
    }
    tests_begin(280);
    for (limit = first_free(); FAILED(hr) && limit < PLENTY; limit++) {
        if (FAILED(CoCreateInstance(ID(CLSID_TAPI), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITTAPI),
                                    (void **)&tapi))) {
            bail_out("CoCreateInstance");
        }
        allow(limit);
        hr = ITTAPI_Initialize(tapi);
        if (FAILED(hr)) {
            refused++;
            clear += names_the_limit();
            ITTAPI_Release(tapi);
        }
    }
    expect(hr, S_OK, "Initialize with %u descriptors", (unsigned)limit);
    check(refused > 0 && clear == refused, "%d of %d failures name the limit", clear, refused);

    ITTAPI_EnumerateAddresses(tapi, &addresses);
    IEnumAddress_Next(addresses, 1, &address, NULL);
    IEnumAddress_Release(addresses);
    destination = tapi3_utf8_to_bstr(arguments[1]);
    ITAddress_CreateCall(address, destination, LINEADDRESSTYPE_DOMAINNAME, TAPIMEDIATYPE_AUDIO,
                         &call);
    SysFreeString(destination);
    allow(PLENTY);
    allow(first_free());
    expect(ITBasicCallControl_Connect(call, VARIANT_TRUE), TAPI_E_OPERATIONFAILED,
           "Connect without a descriptor");
    check(names_the_limit(), "its message names the limit");
    allow(PLENTY);
    expect(ITBasicCallControl_Connect(call, VARIANT_TRUE), S_OK, "the same call, with plenty");
    allow(first_free());
    expect(ITBasicCallControl_Disconnect(call, DC_NORMAL), S_OK, "Disconnect without a descriptor");
    ITBasicCallControl_Release(call);
    ITAddress_Release(address);
    expect(ITTAPI_Shutdown(tapi), S_OK, "Shutdown without a descriptor");
    ITTAPI_Release(tapi);
    return tests_done();
}
