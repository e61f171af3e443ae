/*
 * Writes lines of its own into the library's log; the test reads what TAPI3_LOG lets through to
 * standard error. With an argument it writes more than any pipe holds, and says when it is done.
 */
#include <stdio.h>
#include <string.h>
#include <tapi3.h>

int main(int count, char **arguments)
{
    (void)arguments;
    if (count > 1) {
        char text[1000];
        int i;

        memset(text, '.', sizeof text - 1);
        text[sizeof text - 1] = '\0';
        for (i = 0; i < 2000; i++) {
            tapi3_log(TAPI3_LOG_ERROR, "test", text);
        }
    } else {
        tapi3_log(TAPI3_LOG_ERROR, "test", "one\nerror");
        tapi3_log(TAPI3_LOG_INFO, "test", "an information");
        tapi3_log(TAPI3_LOG_DEBUG, "test::part", "a detail");
    }
    puts("done");
    return 0;
}
