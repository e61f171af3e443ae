/*
 * A program that loads the library when it runs, as script languages do, and then has no memory: the
 * first use of a thread-local of such a library takes some on each thread, so that nothing that ends
 * calls may use one. Each step runs on a thread that has never called the library.
 *
 * Usage: loaded_late /path/to/libtapi3.so
 */
#define _POSIX_C_SOURCE 200809L
#define CINTERFACE
#define COBJMACROS
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tapi3.h>

/* glibc's own, under the names that it keeps for those who stand in front of it. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

/* Whether this thread gets no memory. */
static __thread int none;

void *malloc(size_t size)
{
    return none ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return none ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
    return none ? NULL : __libc_realloc(block, size);
}

void *memalign(size_t alignment, size_t size)
{
    return none ? NULL : __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
    *block = memalign(alignment, size);
    return *block != NULL ? 0 : ENOMEM;
}

static int checks;
static int failures;

static void check(int good, const char *what)
{
    checks++;
    failures += !good;
    printf("%s %d - %s\n", good ? "ok" : "not ok", checks, what);
    fflush(stdout);
}

static void *library;

/* A function or constant of the library, copied to `target`. */
static void find(const char *name, void *target, size_t size)
{
    void *found = dlsym(library, name);

    if (found == NULL) {
        printf("Bail out! no %s\n", name);
        exit(99);
    }
    memcpy(target, &found, size);
}

static ITTAPI *tapi;
static ITBasicCallControl *calls[2];

static HRESULT disconnect(void)
{
    return ITBasicCallControl_Disconnect(calls[0], DC_NORMAL);
}

static HRESULT release_call(void)
{
    ITBasicCallControl_Release(calls[1]);
    return S_OK;
}

static HRESULT shut_down(void)
{
    return ITTAPI_Shutdown(tapi);
}

static HRESULT release_tapi(void)
{
    return ITTAPI_Release(tapi) == 0 ? S_OK : E_FAIL;
}

typedef struct Step {
    const char *name;
    HRESULT (*act)(void);
    HRESULT result;
} Step;

static void *without_memory(void *argument)
{
    Step *step = (Step *)argument;

    none = 1;
    step->result = step->act();
    none = 0;
    return NULL;
}

static void run(const char *name, HRESULT (*act)(void))
{
    Step step = { name, act, E_FAIL };
    pthread_t thread;

    if (pthread_create(&thread, NULL, without_memory, &step) == 0) {
        pthread_join(thread, NULL);
    }
    check(step.result == S_OK, name);
}

static void connect_two(void)
{
    BSTR (*alloc_string)(const OLECHAR *);
    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL;
    BSTR number;
    int i;

    find("SysAllocString", &alloc_string, sizeof alloc_string);
    number = alloc_string(OLESTR("1001"));
    ITTAPI_EnumerateAddresses(tapi, &addresses);
    IEnumAddress_Next(addresses, 1, &address, NULL);
    IEnumAddress_Release(addresses);
    for (i = 0; i < 2; i++) {
        HRESULT hr = ITAddress_CreateCall(address, number, LINEADDRESSTYPE_PHONENUMBER,
                                          TAPIMEDIATYPE_AUDIO, &calls[i]);

        check(hr == S_OK && ITBasicCallControl_Connect(calls[i], VARIANT_TRUE) == S_OK, "a call");
    }
    ITAddress_Release(address);
}

int main(int argc, char **argv)
{
    HRESULT (*initialize)(LPVOID, DWORD);
    HRESULT (*create)(REFCLSID, IUnknown *, DWORD, REFIID, void **);
    const CLSID *tapi_class;
    const IID *tapi_iid;

    library = dlopen(argc > 1 ? argv[1] : "libtapi3.so", RTLD_NOW);
    if (library == NULL) {
        printf("Bail out! %s\n", dlerror());
        return 99;
    }
    find("CoInitializeEx", &initialize, sizeof initialize);
    find("CoCreateInstance", &create, sizeof create);
    find("CLSID_TAPI", &tapi_class, sizeof tapi_class);
    find("IID_ITTAPI", &tapi_iid, sizeof tapi_iid);
    if (FAILED(initialize(NULL, COINIT_MULTITHREADED)) ||
        create(tapi_class, NULL, CLSCTX_INPROC_SERVER, tapi_iid, (void **)&tapi) != S_OK ||
        ITTAPI_Initialize(tapi) != S_OK) {
        printf("Bail out! no TAPI object\n");
        return 99;
    }
    connect_two();
    run("Disconnect", disconnect);
    run("the last Release of a call that is up", release_call);
    run("Shutdown", shut_down);
    ITBasicCallControl_Release(calls[0]);
    run("the last Release of the TAPI object", release_tapi);
    printf("1..%d\n", checks);
    return failures > 0;
}
