/*
 * Breaks the rules on purpose, with memory of the library: whoever looks for errors must find one.
 */
#include <stdio.h>
#include <string.h>
#include <tapi3.h>

int main(int argc, char **argv)
{
    const char *fault = argc > 1 ? argv[1] : "";
    BSTR volatile text = SysAllocString(OLESTR("a text"));
    int letter = text[0];

    if (strcmp(fault, "use-after-free") == 0) {
        SysFreeString(text);
        letter = text[1];
    } else if (strcmp(fault, "leak") != 0) {
        SysFreeString(text);
    }
    text = NULL;
    printf("%c\n", letter);
    return 0;
}
