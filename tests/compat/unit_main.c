/* See unit.h. This unit declares the id only. */
#include "unit.h"

#include "check.h"

int main(void) {
    HANDLE event = CreateEvent(NULL, FALSE, FALSE, NULL);
    CHECK(id_of_one() == &IID_IMine && id_of_two() == &IID_IMine && IID_IMine.Data4[7] == 8);
    CHECK(terminal_of_one() == terminal_of_two() && terminal_of_one()->Data1 == 0xE2F7AEF7);
    SetLastError(NO_ERROR);
    fail_in_one();
    CHECK(GetLastError() == ERROR_INVALID_HANDLE);
    signal_in_two(event);
    CHECK(WaitForSingleObject(event, 0) == WAIT_OBJECT_0);
    CHECK(CloseHandle(event));
    puts("done");
    return 0;
}
