/*
 * Loads a test program that was built as a shared object, and the library with it, when it runs, as
 * script languages load libraries: then the place of a thread-local is made on its first use, and
 * the process ends when there is no memory for it. It brings the allocator of failing_malloc.h, whose
 * own functions it finds in the program.
 *
 * Usage: late_host program.so [its arguments]
 */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    int (*program)(int, char **);
    void *found;
    void *loaded;

    if (dlsym(dlopen(NULL, RTLD_NOW), "CoInitializeEx") != NULL) {
        printf("Bail out! the library is here already\n");
        return 99;
    }
    loaded = argc > 1 ? dlopen(argv[1], RTLD_NOW | RTLD_GLOBAL) : NULL;
    if (loaded == NULL) {
        printf("Bail out! %s\n", dlerror());
        return 99;
    }
    found = dlsym(loaded, "main");
    if (found == NULL) {
        printf("Bail out! no program in %s\n", argv[1]);
        return 99;
    }
    memcpy(&program, &found, sizeof program);
    argv[1] = argv[0];
    return program(argc - 1, argv + 1);
}
