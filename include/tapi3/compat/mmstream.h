/*
 * mmstream.h for programs that use TAPI 3: the streams of a media streaming terminal. The interfaces
 * and codes are in tapi3.h.
 */
#ifndef TAPI3_COMPAT_MMSTREAM_H
#define TAPI3_COMPAT_MMSTREAM_H

#include "windows.h"

/** Units of 100 ns. */
typedef LONGLONG STREAM_TIME;
/** What a stream is for. */
typedef GUID MSPID;
typedef const GUID *PMSPID;
#ifdef __cplusplus
typedef const MSPID &REFMSPID;
#else
typedef const MSPID *REFMSPID;
#endif

TAPI3_COMPAT_GUID(MSPID_PrimaryAudio, 0xA35FF56B, 0x9FDA, 0x11D0, 0x8F, 0xDF, 0x00, 0xC0, 0x4F, 0xD9, 0x18, 0x9D);

#endif /* TAPI3_COMPAT_MMSTREAM_H */
