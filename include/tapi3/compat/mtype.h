/*
 * mtype.h for programs that use TAPI 3: media types are made, copied and freed.
 *
 * Source: the pages of these functions in the DirectShow documentation (mtype.h of its base classes).
 */
#ifndef TAPI3_COMPAT_MTYPE_H
#define TAPI3_COMPAT_MTYPE_H

#include "mmsystem.h"
#include "uuids.h"

/** Frees what a media type owns, and not the structure itself. */
#ifdef __cplusplus
static inline void FreeMediaType(AM_MEDIA_TYPE &media) {
#else
static inline void FreeMediaType(AM_MEDIA_TYPE media) {
#endif
    AM_MEDIA_TYPE *own = &media;
    if (own->cbFormat != 0) {
        CoTaskMemFree(own->pbFormat);
        own->cbFormat = 0;
        own->pbFormat = NULL;
    }
    if (own->pUnk) {
#if defined(__cplusplus) && !defined(CINTERFACE)
        own->pUnk->Release();
#else
        own->pUnk->lpVtbl->Release(own->pUnk);
#endif
        own->pUnk = NULL;
    }
}

/** Frees a media type that came from CoTaskMemAlloc, and what it owns. NULL is fine. */
static inline void DeleteMediaType(AM_MEDIA_TYPE *media) {
    if (media) {
        FreeMediaType(*media);
        CoTaskMemFree(media);
    }
}

/** Copies a media type and what it owns: S_OK, or E_OUTOFMEMORY, with an empty format. */
static inline HRESULT CopyMediaType(AM_MEDIA_TYPE *to, const AM_MEDIA_TYPE *from) {
    *to = *from;
    to->cbFormat = 0;
    to->pbFormat = NULL;
    if (to->pUnk) {
#if defined(__cplusplus) && !defined(CINTERFACE)
        to->pUnk->AddRef();
#else
        to->pUnk->lpVtbl->AddRef(to->pUnk);
#endif
    }
    if (from->cbFormat != 0) {
        to->pbFormat = (BYTE *)CoTaskMemAlloc(from->cbFormat);
        if (!to->pbFormat) return E_OUTOFMEMORY;
        memcpy(to->pbFormat, from->pbFormat, from->cbFormat);
        to->cbFormat = from->cbFormat;
    }
    return S_OK;
}

/** A copy of a media type, to be freed with DeleteMediaType; NULL when memory is short. */
static inline AM_MEDIA_TYPE *CreateMediaType(const AM_MEDIA_TYPE *from) {
    AM_MEDIA_TYPE *made = (AM_MEDIA_TYPE *)CoTaskMemAlloc(sizeof *made);
    if (made && FAILED(CopyMediaType(made, from))) {
        DeleteMediaType(made);
        return NULL;
    }
    return made;
}

/** A media type of a format of sound; `media` must own nothing. S_OK or E_OUTOFMEMORY. */
static inline HRESULT CreateAudioMediaType(const WAVEFORMATEX *wave, AM_MEDIA_TYPE *media, BOOL with_format) {
    memset(media, 0, sizeof *media);
    media->majortype = MEDIATYPE_Audio;
    media->subtype = MEDIASUBTYPE_PCM;
    media->subtype.Data1 = wave->wFormatTag;
    media->bFixedSizeSamples = TRUE;
    media->lSampleSize = wave->nBlockAlign;
    media->formattype = FORMAT_WaveFormatEx;
    if (with_format) {
        const ULONG length = (ULONG)sizeof *wave + (wave->wFormatTag == WAVE_FORMAT_PCM ? 0u : wave->cbSize);
        media->pbFormat = (BYTE *)CoTaskMemAlloc(length);
        if (!media->pbFormat) return E_OUTOFMEMORY;
        memcpy(media->pbFormat, wave, length);
        media->cbFormat = length;
    }
    return S_OK;
}

#endif /* TAPI3_COMPAT_MTYPE_H */
