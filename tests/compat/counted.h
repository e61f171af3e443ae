// An object that counts its references, with two interfaces, for the programs in this folder.
#ifndef COMPAT_COUNTED_H
#define COMPAT_COUNTED_H

#include <windows.h>

#include <tapi3.h>

class Counted final : public ITTAPIEventNotification, public ISupportErrorInfo {
public:
    ULONG references = 1;
    int events = 0;

    STDMETHODIMP QueryInterface(REFIID riid, void **object) override {
        if (!object) return E_POINTER;
        *object = nullptr;
        if (riid == IID_IUnknown || riid == IID_ITTAPIEventNotification) {
            *object = static_cast<ITTAPIEventNotification *>(this);
        } else if (riid == IID_ISupportErrorInfo) {
            *object = static_cast<ISupportErrorInfo *>(this);
        } else {
            return E_NOINTERFACE;
        }
        AddRef();
        return S_OK;
    }
    STDMETHODIMP_(ULONG) AddRef() override { return ++references; }
    STDMETHODIMP_(ULONG) Release() override { return --references; }
    STDMETHODIMP Event(TAPI_EVENT, IDispatch *) override {
        ++events;
        return S_OK;
    }
    STDMETHODIMP InterfaceSupportsErrorInfo(REFIID riid) override {
        return riid == IID_ITTAPI ? S_OK : S_FALSE;
    }
};

#endif
