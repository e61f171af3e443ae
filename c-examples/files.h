/*
 * Files as terminals: one that plays and one that records. Included after tapi3.h.
 */
#ifndef FILES_H
#define FILES_H

#include "example.h"

/* A terminal of this class for the call, as interface `iid` of it as well. */
static inline HRESULT request(ITBasicCallControl2 *call, const OLECHAR *class_text,
                       TERMINAL_DIRECTION direction, REFIID iid, ITTerminal **terminal,
                       void **interface)
{
    BSTR text = SysAllocString(class_text);
    HRESULT hr = ITBasicCallControl2_RequestTerminal(call, text, TAPIMEDIATYPE_AUDIO, direction,
                                                     terminal);

    SysFreeString(text);
    if (SUCCEEDED(hr)) {
        hr = ITTerminal_QueryInterface(*terminal, iid, interface);
        if (FAILED(hr)) {
            ITTerminal_Release(*terminal);
            *terminal = NULL;
        }
    }
    return hr;
}

/* A player of one file, so many times. */
static inline HRESULT make_player(ITBasicCallControl2 *call, const char *path, ULONG times,
                                  ITTerminal **player)
{
    ITMediaPlayback *playback = NULL;
    SAFEARRAYBOUND bound = { times, 1 };
    VARIANT list, *elements = NULL;
    ULONG i;
    HRESULT hr = request(call, OLESTR("{0CB9914C-79CD-47DC-ADB0-327F47CEFB20}"), TD_CAPTURE,
                         ID(IID_ITMediaPlayback), player, (void **)&playback);

    if (FAILED(hr)) {
        return hr;
    }
    VariantInit(&list);
    list.vt = VT_ARRAY | VT_VARIANT;
    list.parray = SafeArrayCreate(VT_VARIANT, 1, &bound);
    hr = list.parray == NULL ? E_OUTOFMEMORY
                             : SafeArrayAccessData(list.parray, (void **)&elements);
    if (SUCCEEDED(hr)) {
        for (i = 0; i < times; i++) {
            elements[i].vt = VT_BSTR;
            elements[i].bstrVal = tapi3_utf8_to_bstr(path);
        }
        SafeArrayUnaccessData(list.parray);
        hr = ITMediaPlayback_put_PlayList(playback, list);
    }
    VariantClear(&list);
    ITMediaPlayback_Release(playback);
    return hr;
}

/* A recorder into one file. */
static inline HRESULT make_recorder(ITBasicCallControl2 *call, const char *path, ITTerminal **recorder)
{
    ITMediaRecord *record = NULL;
    BSTR name;
    HRESULT hr = request(call, OLESTR("{521F3D06-C3D0-4511-8617-86B9A783DA77}"), TD_RENDER,
                         ID(IID_ITMediaRecord), recorder, (void **)&record);

    if (FAILED(hr)) {
        return hr;
    }
    name = tapi3_utf8_to_bstr(path);
    hr = ITMediaRecord_put_FileName(record, name);
    SysFreeString(name);
    ITMediaRecord_Release(record);
    return hr;
}

/* Puts a file on the call's streams and starts it. */
static inline HRESULT begin(ITBasicCallControl2 *call, ITTerminal *file)
{
    ITMediaControl *control = NULL;
    HRESULT hr = ITBasicCallControl2_SelectTerminalOnCall(call, file);

    if (SUCCEEDED(hr)) {
        hr = ITTerminal_QueryInterface(file, ID(IID_ITMediaControl), (void **)&control);
    }
    if (SUCCEEDED(hr)) {
        hr = ITMediaControl_Start(control);
        ITMediaControl_Release(control);
    }
    return hr;
}

#endif /* FILES_H */
