/* mmsystem.h for programs that use TAPI 3: the formats of sound, and nothing that plays or records. */
#ifndef TAPI3_COMPAT_MMSYSTEM_H
#define TAPI3_COMPAT_MMSYSTEM_H

#include "windows.h"

typedef WAVEFORMATEX *PWAVEFORMATEX;
typedef WAVEFORMATEX *LPWAVEFORMATEX;
typedef const WAVEFORMATEX *LPCWAVEFORMATEX;
typedef WAVEFORMATEX tWAVEFORMATEX;

#define WAVE_FORMAT_UNKNOWN 0x0000
#define WAVE_FORMAT_PCM 0x0001
#define WAVE_FORMAT_IEEE_FLOAT 0x0003
#define WAVE_FORMAT_ALAW 0x0006
#define WAVE_FORMAT_MULAW 0x0007

#endif /* TAPI3_COMPAT_MMSYSTEM_H */
