/*
 * Ends a call on threads that were never in the library before and get no memory, not even the
 * first byte:
 *
 *     hang_up_without_memory MODE DESTINATION
 *
 * "disconnect": Disconnect, then the last Release, then Shutdown, each on a thread of its own.
 * "shutdown":   Shutdown alone.
 * "release":    the last Release of the TAPI object alone.
 */
#include "tapi_test.h"

#include <errno.h>
#include <string.h>

#ifdef __cplusplus
#define NOTHROW noexcept
extern "C" {
#else
#define NOTHROW
#endif

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

/* Whether this thread gets no memory, and how often it asked for some. */
static __thread int refused;
static __thread int asked;

static int refuse(void)
{
    asked += refused;
    errno = refused ? ENOMEM : errno;
    return refused;
}

void *malloc(size_t size) NOTHROW
{
    return refuse() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) NOTHROW
{
    return refuse() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size) NOTHROW
{
    return refuse() ? NULL : __libc_realloc(block, size);
}

void *aligned_alloc(size_t alignment, size_t size) NOTHROW
{
    return refuse() ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) NOTHROW
{
    *block = aligned_alloc(alignment, size);
    return *block != NULL ? 0 : ENOMEM;
}

#ifdef __cplusplus
}
#endif

static Client client;
static ITBasicCallControl *call;
static HRESULT result;
static int times_asked;

typedef void (*Work)(void);

static void disconnect(void)
{
    result = ITBasicCallControl_Disconnect(call, DC_NORMAL);
}

static void release_call(void)
{
    result = ITBasicCallControl_Release(call) == 0 ? S_OK : E_UNEXPECTED;
}

static void shut_down(void)
{
    result = ITTAPI_Shutdown(client.tapi);
}

static void release_tapi(void)
{
    result = ITTAPI_Release(client.tapi) == 0 ? S_OK : E_UNEXPECTED;
}

static void *run(void *work)
{
    refused = 1;
    (*(Work *)work)();
    refused = 0;
    times_asked = asked;
    return NULL;
}

static void without_memory(Work work, const char *what)
{
    result = E_FAIL;
    join_thread(start_thread(run, &work));
    expect(result, S_OK, "%s works without memory", what);
    check(times_asked == 0, "%s asks for none", what);
}

int main(int count, char **arguments)
{
    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL;
    BSTR destination;

    if (count != 3) {
        return 2;
    }
    tests_begin(280);
    client_open(&client, 0);
    ITTAPI_EnumerateAddresses(client.tapi, &addresses);
    IEnumAddress_Next(addresses, 1, &address, NULL);
    IEnumAddress_Release(addresses);
    destination = tapi3_utf8_to_bstr(arguments[2]);
    expect(ITAddress_CreateCall(address, destination,
                                strchr(arguments[2], '@') != NULL ? LINEADDRESSTYPE_DOMAINNAME
                                                                  : LINEADDRESSTYPE_PHONENUMBER,
                                TAPIMEDIATYPE_AUDIO, &call),
           S_OK, "CreateCall");
    SysFreeString(destination);
    expect(ITBasicCallControl_Connect(call, VARIANT_TRUE), S_OK, "Connect");
    ITAddress_Release(address);
    if (strcmp(arguments[1], "disconnect") == 0) {
        without_memory(disconnect, "Disconnect");
        without_memory(release_call, "the last Release");
        without_memory(shut_down, "Shutdown");
        without_memory(release_tapi, "the TAPI object's last Release");
    } else if (strcmp(arguments[1], "shutdown") == 0) {
        without_memory(shut_down, "Shutdown");
        release_call();
        release_tapi();
    } else {
        without_memory(release_call, "Release of a call that is up");
        without_memory(release_tapi, "the TAPI object's last Release");
    }
    return tests_done();
}
