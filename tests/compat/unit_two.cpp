// See unit.h.
#define UNIT_DEFINES_IDS
#include "unit.h"

const GUID *id_of_two(void) { return &IID_IMine; }
const GUID *terminal_of_two(void) { return &CLSID_MediaStreamTerminal; }
void signal_in_two(HANDLE event) { SetEvent(event); }
