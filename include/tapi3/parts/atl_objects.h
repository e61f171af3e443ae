/*
 * Part of the compat headers, C++ only: objects of ATL, which is how many programs write their sinks.
 *
 *     class CSink : public CComObjectRootEx<CComMultiThreadModel>, public ITTAPIEventNotification {
 *     public:
 *         BEGIN_COM_MAP(CSink)
 *             COM_INTERFACE_ENTRY(ITTAPIEventNotification)
 *         END_COM_MAP()
 *         STDMETHOD(Event)(TAPI_EVENT event, IDispatch *object);
 *     };
 *     CComObject<CSink> *sink = NULL;
 *     HRESULT hr = CComObject<CSink>::CreateInstance(&sink);
 *
 * Neither aggregation nor type libraries are here: what a map names beside the entries below does not
 * compile, and neither do IDispatchImpl and IDispEventImpl.
 */
#ifndef TAPI3_PARTS_ATL_OBJECTS_H
#define TAPI3_PARTS_ATL_OBJECTS_H

#include "atl_module.h"

#include <new>

namespace tapi3 {

/** What QueryInterface answers when the map has found this. */
inline HRESULT give_interface(IUnknown *found, void **object) noexcept {
    if (!object) return E_POINTER;
    *object = found;
    if (!found) return E_NOINTERFACE;
    found->AddRef();
    return S_OK;
}

} // namespace tapi3

namespace ATL {

/** Locks an object until the end of the block. */
template <class Root> class CComObjectLockT {
public:
    explicit CComObjectLockT(Root *object) : object_(object) { object_->Lock(); }
    ~CComObjectLockT() noexcept { object_->Unlock(); }
    CComObjectLockT(const CComObjectLockT &) = delete;
    CComObjectLockT &operator=(const CComObjectLockT &) = delete;

private:
    Root *object_;
};

/** What an object's class derives from: its references and its lock. */
template <class Model> class CComObjectRootEx {
public:
    typedef Model _ThreadModel;
    typedef CComObjectLockT<CComObjectRootEx> ObjectLock;

    CComObjectRootEx() noexcept : m_dwRef(0) {}
    CComObjectRootEx(const CComObjectRootEx &) = delete;
    CComObjectRootEx &operator=(const CComObjectRootEx &) = delete;

    ULONG InternalAddRef() noexcept { return Model::Increment(&m_dwRef); }
    ULONG InternalRelease() noexcept { return Model::Decrement(&m_dwRef); }
    void Lock() { lock_.Lock(); }
    void Unlock() { lock_.Unlock(); }
    /** For the object's class to have its own. */
    HRESULT FinalConstruct() { return S_OK; }
    void FinalRelease() {}

    LONG m_dwRef;

private:
    typename Model::AutoCriticalSection lock_;
};

typedef CComObjectRootEx<CComObjectThreadModel> CComObjectRoot;

/** The object of a class with a map of interfaces; the last Release deletes it. */
template <class Base> class CComObjectNoLock : public Base {
public:
    typedef Base _BaseClass;

    CComObjectNoLock(void * = nullptr) {}
    virtual ~CComObjectNoLock() {
        /* FinalRelease may still take and release references. */
        this->m_dwRef = 0x40000000;
        this->FinalRelease();
    }
    STDMETHOD(QueryInterface)(REFIID riid, void **object) { return this->_InternalQueryInterface(riid, object); }
    template <class Q> HRESULT QueryInterface(Q **object) {
        return QueryInterface(tapi3::iid<Q>(), reinterpret_cast<void **>(object));
    }
    STDMETHOD_(ULONG, AddRef)() { return this->InternalAddRef(); }
    STDMETHOD_(ULONG, Release)() {
        const ULONG left = this->InternalRelease();
        if (left == 0) delete this;
        return left;
    }

protected:
    /** Makes one of `Object`, with no reference yet; what FinalConstruct refuses is deleted. */
    template <class Object> static HRESULT Make(Object **made) {
        if (!made) return E_POINTER;
        *made = nullptr;
        Object *object = nullptr;
#if defined(__cpp_exceptions)
        try {
            object = new (std::nothrow) Object;
        } catch (const CAtlException &error) {
            return error.m_hr;
        } catch (const std::bad_alloc &) {
            return E_OUTOFMEMORY;
        }
#else
        object = new (std::nothrow) Object;
#endif
        if (!object) return E_OUTOFMEMORY;
        /* Held meanwhile, so that it may give itself away, to Advise or the like. */
        object->InternalAddRef();
        const HRESULT hr = object->FinalConstruct();
        object->InternalRelease();
        if (FAILED(hr)) {
            delete object;
            return hr;
        }
        *made = object;
        return S_OK;
    }
};

/** The same; the module counts it. */
template <class Base> class CComObject : public CComObjectNoLock<Base> {
public:
    CComObject(void * = nullptr) { CComModule().Lock(); }
    ~CComObject() override { CComModule().Unlock(); }
    static HRESULT CreateInstance(CComObject **object) { return CComObjectNoLock<Base>::Make(object); }
};

/** An object on the stack or in another, which no Release deletes: it must outlive its references. */
template <class Base> class CComObjectStackEx : public Base {
public:
    typedef Base _BaseClass;

    CComObjectStackEx(void * = nullptr) { m_hResFinalConstruct = this->FinalConstruct(); }
    virtual ~CComObjectStackEx() {
        this->FinalRelease();
        ATLASSERT(this->m_dwRef == 0);
    }
    STDMETHOD(QueryInterface)(REFIID riid, void **object) { return this->_InternalQueryInterface(riid, object); }
    STDMETHOD_(ULONG, AddRef)() { return this->InternalAddRef(); }
    STDMETHOD_(ULONG, Release)() { return this->InternalRelease(); }

    /** What FinalConstruct gave. */
    HRESULT m_hResFinalConstruct;
};

/** A class with an id. No factory makes its objects: CreateInstance is for the program itself. */
template <class T, const CLSID *clsid = &CLSID_NULL> class CComCoClass {
public:
    static const CLSID &GetObjectCLSID() noexcept { return *clsid; }
    template <class Q> static HRESULT CreateInstance(Q **object) {
        if (!object) return E_POINTER;
        *object = nullptr;
        CComObject<T> *made = nullptr;
        HRESULT hr = CComObject<T>::CreateInstance(&made);
        if (FAILED(hr)) return hr;
        made->AddRef();
        hr = made->QueryInterface(object);
        made->Release();
        return hr;
    }
};

} // namespace ATL

/* ---- The map of interfaces; IUnknown is that of its first entry ---- */

#define BEGIN_COM_MAP(Class)                                                                       \
public:                                                                                            \
    typedef Class _ComMapClass;                                                                    \
    IUnknown *GetUnknown() noexcept { return tapi3_find_interface(IID_IUnknown); }                 \
    IUnknown *_GetRawUnknown() noexcept { return tapi3_find_interface(IID_IUnknown); }             \
    HRESULT _InternalQueryInterface(REFIID riid, void **object) noexcept {                         \
        return ::tapi3::give_interface(tapi3_find_interface(riid), object);                        \
    }                                                                                              \
    IUnknown *tapi3_find_interface(REFIID riid) noexcept {

#define COM_INTERFACE_ENTRY_IID(id, Interface)                                                     \
    if (riid == IID_IUnknown || riid == (id)) return static_cast<Interface *>(this);
#define COM_INTERFACE_ENTRY(Interface) COM_INTERFACE_ENTRY_IID(::tapi3::iid<Interface>(), Interface)
/** An interface that the class has by more than one way, and the way. */
#define COM_INTERFACE_ENTRY2_IID(id, Interface, Way)                                               \
    if (riid == IID_IUnknown || riid == (id)) return static_cast<Interface *>(static_cast<Way *>(this));
#define COM_INTERFACE_ENTRY2(Interface, Way) COM_INTERFACE_ENTRY2_IID(::tapi3::iid<Interface>(), Interface, Way)
/** The map of a class that this one derives from. */
#define COM_INTERFACE_ENTRY_CHAIN(Class)                                                           \
    if (IUnknown *chained = Class::tapi3_find_interface(riid)) return chained;
#define COM_INTERFACE_ENTRY_NOINTERFACE(Interface)                                                 \
    if (riid == ::tapi3::iid<Interface>()) return nullptr;

#define END_COM_MAP()                                                                              \
    return nullptr;                                                                                \
    }                                                                                              \
    STDMETHOD(QueryInterface)(REFIID riid, void **object) = 0;                                     \
    STDMETHOD_(ULONG, AddRef)() = 0;                                                               \
    STDMETHOD_(ULONG, Release)() = 0;

/* An object is always held while its FinalConstruct runs, and never part of another. */
#define DECLARE_PROTECT_FINAL_CONSTRUCT()
#define DECLARE_NOT_AGGREGATABLE(Class)
#define DECLARE_AGGREGATABLE(Class)
#define DECLARE_GET_CONTROLLING_UNKNOWN()                                                          \
public:                                                                                            \
    IUnknown *GetControllingUnknown() noexcept { return GetUnknown(); }
/* There is no registry. */
#define DECLARE_NO_REGISTRY()
#define DECLARE_REGISTRY_RESOURCEID(id)

#endif /* TAPI3_PARTS_ATL_OBJECTS_H */
