/*
 * Part of the compat headers, C++ only: CComPtr and CComQIPtr, as the documentation of ATL has them.
 */
#ifndef TAPI3_PARTS_ATL_POINTERS_H
#define TAPI3_PARTS_ATL_POINTERS_H

#include "../compat/crtdbg.h"
#include "uuidof.h"

#include <memory>
#include <type_traits>

#ifndef ATLASSERT
#define ATLASSERT(condition) _ASSERTE(condition)
#endif
#ifdef _DEBUG
#define ATLVERIFY(condition) ATLASSERT(condition)
#else
#define ATLVERIFY(condition) ((void)(condition))
#endif
#define ATLTRACE(...) ((void)0)
#define ATLTRACE2(...) ((void)0)
#define AtlTrace(...) ((void)0)
#define ATL_NO_VTABLE

namespace ATL {

/** What the wrappers throw where memory is short or a conversion fails. */
class CAtlException {
public:
    CAtlException() noexcept : m_hr(E_FAIL) {}
    CAtlException(HRESULT hr) noexcept : m_hr(hr) {}
    operator HRESULT() const noexcept { return m_hr; }
    HRESULT m_hr;
};

[[noreturn]] inline void AtlThrow(HRESULT hr) { throw CAtlException(hr); }

/** Replaces what `*target` holds, with a reference of its own. */
inline IUnknown *AtlComPtrAssign(IUnknown **target, IUnknown *source) {
    if (!target) return nullptr;
    if (source) source->AddRef();
    IUnknown *old = *target;
    *target = source;
    if (old) old->Release();
    return source;
}

/** The same with what QueryInterface gives; NULL where the object has no such interface. */
inline IUnknown *AtlComQIPtrAssign(IUnknown **target, IUnknown *source, REFIID riid) {
    if (!target) return nullptr;
    void *found = nullptr;
    if (source && FAILED(source->QueryInterface(riid, &found))) found = nullptr;
    IUnknown *old = *target;
    *target = static_cast<IUnknown *>(found);
    if (old) old->Release();
    return *target;
}

/**
 * Holds an interface pointer and a reference. `&` gives the address for a method that gives out an
 * interface: it asserts that nothing is held, because what is held would be lost with its reference.
 */
template <class T> class CComPtr {
public:
    typedef T _PtrClass;

    CComPtr() noexcept : p(nullptr) {}
    CComPtr(T *other) noexcept : p(other) {
        if (p) p->AddRef();
    }
    CComPtr(const CComPtr &other) noexcept : CComPtr(other.p) {}
    CComPtr(CComPtr &&other) noexcept : p(other.Detach()) {}
    /** From a pointer to a derived interface, or by QueryInterface. */
    template <class Q, class = typename std::enable_if<!std::is_same<Q, T>::value>::type>
    CComPtr(const CComPtr<Q> &other) noexcept : p(nullptr) {
        *this = other;
    }
    ~CComPtr() noexcept {
        if (p) p->Release();
    }

    T *operator=(T *other) noexcept {
        Assign(other);
        return p;
    }
    T *operator=(const CComPtr &other) noexcept {
        Assign(other.p);
        return p;
    }
    T *operator=(CComPtr &&other) noexcept {
        if (this != std::addressof(other)) {
            T *old = p;
            p = other.Detach();
            if (old) old->Release();
        }
        return p;
    }
    /** Asks the other's object for this interface; NULL where it has none. */
    template <class Q, class = typename std::enable_if<!std::is_same<Q, T>::value>::type>
    T *operator=(const CComPtr<Q> &other) noexcept {
        void *found = nullptr;
        if (other.p && FAILED(other.p->QueryInterface(tapi3::iid<T>(), &found))) found = nullptr;
        T *old = p;
        p = static_cast<T *>(found);
        if (old) old->Release();
        return p;
    }

    operator T *() const noexcept { return p; }
    T &operator*() const {
        ATLASSERT(p != nullptr);
        return *p;
    }
    T **operator&() noexcept {
        ATLASSERT(p == nullptr);
        return &p;
    }
    /* ATL's own gives a type whose AddRef and Release are private, by a cast between unrelated classes. */
    T *operator->() const noexcept {
        ATLASSERT(p != nullptr);
        return p;
    }
    bool operator!() const noexcept { return p == nullptr; }
    bool operator<(T *other) const noexcept { return p < other; }

    /** Releases what is held. */
    void Release() noexcept {
        T *old = p;
        p = nullptr;
        if (old) old->Release();
    }
    /** Whether both are one object. */
    bool IsEqualObject(IUnknown *other) const noexcept {
        if (!p && !other) return true;
        if (!p || !other) return false;
        CComPtr<IUnknown> mine, its;
        p->QueryInterface(IID_IUnknown, reinterpret_cast<void **>(&mine.p));
        other->QueryInterface(IID_IUnknown, reinterpret_cast<void **>(&its.p));
        return mine.p == its.p;
    }
    /** Takes over a reference that the caller has; releases what was held. */
    void Attach(T *other) noexcept {
        T *old = p;
        p = other;
        if (old) old->Release();
    }
    /** Gives the reference to the caller. */
    T *Detach() noexcept {
        T *old = p;
        p = nullptr;
        return old;
    }
    /** Gives the caller a reference of its own. */
    HRESULT CopyTo(T **target) const noexcept {
        if (!target) return E_POINTER;
        *target = p;
        if (p) p->AddRef();
        return S_OK;
    }
    template <class Q> HRESULT QueryInterface(Q **other) const noexcept {
        if (!p || !other) return E_POINTER;
        ATLASSERT(*other == nullptr);
        return p->QueryInterface(tapi3::iid<Q>(), reinterpret_cast<void **>(other));
    }
    HRESULT CoCreateInstance(REFCLSID clsid, IUnknown *outer = nullptr, DWORD context = CLSCTX_ALL) noexcept {
        ATLASSERT(p == nullptr);
        return ::CoCreateInstance(clsid, outer, context, tapi3::iid<T>(), reinterpret_cast<void **>(&p));
    }
    HRESULT CoCreateInstance(LPCOLESTR progid, IUnknown *outer = nullptr, DWORD context = CLSCTX_ALL) noexcept {
        CLSID clsid;
        const HRESULT hr = CLSIDFromProgID(progid, &clsid);
        return FAILED(hr) ? hr : CoCreateInstance(clsid, outer, context);
    }
    /** Connects a sink to the object's connection point for `riid`. */
    HRESULT Advise(IUnknown *sink, REFIID riid, LPDWORD cookie) noexcept;

    T *p;

private:
    void Assign(T *other) noexcept {
        if (other) other->AddRef();
        T *old = p;
        p = other;
        if (old) old->Release();
    }
};

/**
 * A CComPtr that asks for its interface when it is given a pointer of another kind; it is NULL where
 * the object has none.
 */
template <class T, const IID *piid = nullptr> class CComQIPtr : public CComPtr<T> {
public:
    CComQIPtr() noexcept {}
    CComQIPtr(T *other) noexcept : CComPtr<T>(other) {}
    CComQIPtr(const CComQIPtr &other) noexcept : CComPtr<T>(other.p) {}
    template <class Q, class = typename std::enable_if<std::is_base_of<IUnknown, Q>::value && !std::is_same<Q, T>::value>::type>
    CComQIPtr(Q *other) noexcept {
        Ask(other);
    }
    template <class Q> CComQIPtr(const CComPtr<Q> &other) noexcept {
        Ask(other.p);
    }

    T *operator=(T *other) noexcept { return CComPtr<T>::operator=(other); }
    T *operator=(const CComQIPtr &other) noexcept { return CComPtr<T>::operator=(other.p); }
    template <class Q, class = typename std::enable_if<std::is_base_of<IUnknown, Q>::value && !std::is_same<Q, T>::value>::type>
    T *operator=(Q *other) noexcept {
        return Ask(other);
    }
    template <class Q> T *operator=(const CComPtr<Q> &other) noexcept { return Ask(other.p); }

private:
    /* The same type needs no question. */
    T *Ask(T *other) noexcept { return CComPtr<T>::operator=(other); }
    template <class Q> T *Ask(Q *other) noexcept {
        void *found = nullptr;
        if (other && FAILED(other->QueryInterface(tapi3::ChosenId<T, piid>::get(), &found))) found = nullptr;
        this->Attach(static_cast<T *>(found));
        return this->p;
    }
};

/** Connects a sink; `*cookie` is for AtlUnadvise. */
inline HRESULT AtlAdvise(IUnknown *object, IUnknown *sink, REFIID riid, LPDWORD cookie) noexcept {
    if (!object || !cookie) return E_POINTER;
    *cookie = 0;
    CComPtr<IConnectionPointContainer> container;
    CComPtr<IConnectionPoint> point;
    HRESULT hr = object->QueryInterface(IID_IConnectionPointContainer, reinterpret_cast<void **>(&container.p));
    if (SUCCEEDED(hr)) hr = container.p->FindConnectionPoint(riid, &point.p);
    if (SUCCEEDED(hr)) hr = point.p->Advise(sink, cookie);
    return hr;
}

/** Ends the connection. */
inline HRESULT AtlUnadvise(IUnknown *object, REFIID riid, DWORD cookie) noexcept {
    if (!object) return E_POINTER;
    CComPtr<IConnectionPointContainer> container;
    CComPtr<IConnectionPoint> point;
    HRESULT hr = object->QueryInterface(IID_IConnectionPointContainer, reinterpret_cast<void **>(&container.p));
    if (SUCCEEDED(hr)) hr = container.p->FindConnectionPoint(riid, &point.p);
    if (SUCCEEDED(hr)) hr = point.p->Unadvise(cookie);
    return hr;
}

template <class T> HRESULT CComPtr<T>::Advise(IUnknown *sink, REFIID riid, LPDWORD cookie) noexcept {
    return AtlAdvise(p, sink, riid, cookie);
}

} // namespace ATL

#endif /* TAPI3_PARTS_ATL_POINTERS_H */
