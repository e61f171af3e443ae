/*
 * Part of the compat headers, C++ only: _com_ptr_t, which _COM_SMARTPTR_TYPEDEF makes ITTAPIPtr of.
 * It throws _com_error where a NULL is followed or an interface is missing for another reason than
 * E_NOINTERFACE.
 */
#ifndef TAPI3_PARTS_COM_POINTER_H
#define TAPI3_PARTS_COM_POINTER_H

#include "com_error.h"
#include "uuidof.h"

/** An interface for _com_ptr_t, with its id. */
template <class T, const IID *id = nullptr> class _com_IIID {
public:
    typedef T Interface;
    static const IID &GetIID() noexcept { return tapi3::ChosenId<T, id>::get(); }
};

/** Holds an interface pointer and a reference. */
template <class IIID> class _com_ptr_t {
public:
    typedef typename IIID::Interface Interface;
    static const IID &GetIID() noexcept { return IIID::GetIID(); }

    _com_ptr_t() noexcept : pointer_(nullptr) {}
    _com_ptr_t(const _com_ptr_t &other) noexcept : pointer_(other.pointer_) { Add(); }
    _com_ptr_t(_com_ptr_t &&other) noexcept : pointer_(other.Detach()) {}
    /* None for nullptr_t, with which NULL would be ambiguous. */
    _com_ptr_t(Interface *other) noexcept : pointer_(other) { Add(); }
    /** Takes a reference of its own only with `add_reference`. */
    _com_ptr_t(Interface *other, bool add_reference) noexcept : pointer_(other) {
        if (add_reference) Add();
    }
    /** By QueryInterface; NULL where the object has no such interface. */
    template <class Other> _com_ptr_t(const _com_ptr_t<Other> &other) : pointer_(nullptr) { Ask(other.GetInterfacePtr()); }
    template <class Q, class = typename std::enable_if<std::is_base_of<IUnknown, Q>::value && !std::is_same<Q, Interface>::value>::type>
    _com_ptr_t(Q *other) : pointer_(nullptr) {
        Ask(other);
    }
    /** Makes an object of the class. */
    explicit _com_ptr_t(const CLSID &clsid, IUnknown *outer = nullptr, DWORD context = CLSCTX_ALL) : pointer_(nullptr) {
        const HRESULT hr = CreateInstance(clsid, outer, context);
        if (FAILED(hr) && hr != E_NOINTERFACE) _com_issue_error(hr);
    }
    ~_com_ptr_t() noexcept {
        if (pointer_) pointer_->Release();
    }

    _com_ptr_t &operator=(Interface *other) noexcept {
        if (other) other->AddRef();
        Attach(other);
        return *this;
    }
    _com_ptr_t &operator=(const _com_ptr_t &other) noexcept { return *this = other.pointer_; }
    _com_ptr_t &operator=(_com_ptr_t &&other) noexcept {
        if (this != std::addressof(other)) Attach(other.Detach());
        return *this;
    }
    template <class Other> _com_ptr_t &operator=(const _com_ptr_t<Other> &other) {
        Ask(other.GetInterfacePtr());
        return *this;
    }
    template <class Q, class = typename std::enable_if<std::is_base_of<IUnknown, Q>::value && !std::is_same<Q, Interface>::value>::type>
    _com_ptr_t &operator=(Q *other) {
        Ask(other);
        return *this;
    }

    operator Interface *() const noexcept { return pointer_; }
    Interface &operator*() const { return *Followed(); }
    Interface *operator->() const { return Followed(); }
    /** For a parameter that receives an interface: what was held is released first. */
    Interface **operator&() noexcept {
        Attach(nullptr);
        return &pointer_;
    }
    explicit operator bool() const noexcept { return pointer_ != nullptr; }
    bool operator!() const noexcept { return pointer_ == nullptr; }

    Interface *GetInterfacePtr() const noexcept { return pointer_; }
    Interface *&GetInterfacePtr() noexcept { return pointer_; }
    void Attach(Interface *other) noexcept {
        Interface *old = pointer_;
        pointer_ = other;
        if (old) old->Release();
    }
    void Attach(Interface *other, bool add_reference) noexcept {
        if (other && add_reference) other->AddRef();
        Attach(other);
    }
    Interface *Detach() noexcept {
        Interface *old = pointer_;
        pointer_ = nullptr;
        return old;
    }
    void AddRef() { Followed()->AddRef(); }
    void Release() {
        if (!pointer_) _com_issue_error(E_POINTER);
        Attach(nullptr);
    }
    HRESULT CreateInstance(const CLSID &clsid, IUnknown *outer = nullptr, DWORD context = CLSCTX_ALL) noexcept {
        Attach(nullptr);
        return CoCreateInstance(clsid, outer, context, GetIID(), reinterpret_cast<void **>(&pointer_));
    }
    HRESULT CreateInstance(const OLECHAR *class_name, IUnknown *outer = nullptr, DWORD context = CLSCTX_ALL) noexcept {
        if (!class_name) return E_INVALIDARG;
        CLSID clsid;
        HRESULT hr = class_name[0] == '{' ? CLSIDFromString(class_name, &clsid) : CLSIDFromProgID(class_name, &clsid);
        return FAILED(hr) ? hr : CreateInstance(clsid, outer, context);
    }
    template <class Q> HRESULT QueryInterface(const IID &riid, Q *&other) const {
        return pointer_ ? pointer_->QueryInterface(riid, reinterpret_cast<void **>(&other)) : E_POINTER;
    }
    template <class Q> HRESULT QueryInterface(const IID &riid, Q **other) const {
        return pointer_ ? pointer_->QueryInterface(riid, reinterpret_cast<void **>(other)) : E_POINTER;
    }

private:
    void Add() const noexcept {
        if (pointer_) pointer_->AddRef();
    }
    Interface *Followed() const {
        if (!pointer_) _com_issue_error(E_POINTER);
        return pointer_;
    }
    void Ask(Interface *other) noexcept { *this = other; }
    template <class Q> void Ask(Q *other) {
        void *found = nullptr;
        const HRESULT hr = other ? other->QueryInterface(GetIID(), &found) : S_OK;
        if (FAILED(hr)) found = nullptr;
        Attach(static_cast<Interface *>(found));
        if (FAILED(hr) && hr != E_NOINTERFACE) _com_issue_error(hr);
    }

    Interface *pointer_;
};

/* The id is that of tapi3::iid; what is given is only looked at by compilers that know __uuidof. */
#define _COM_SMARTPTR_TYPEDEF(Interface, id) typedef _com_ptr_t<_com_IIID<Interface>> Interface##Ptr

#endif /* TAPI3_PARTS_COM_POINTER_H */
