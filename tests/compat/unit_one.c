/* See unit.h. */
#define UNIT_DEFINES_IDS
#include "unit.h"

const GUID *id_of_one(void) { return &IID_IMine; }
const GUID *terminal_of_one(void) { return &CLSID_MediaStreamTerminal; }
void fail_in_one(void) { (void)SetEvent(NULL); }
