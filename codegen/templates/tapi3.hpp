/*
 * TAPI 3 as C++ sees it: every interface an abstract class, in the binary layout of tapi3.h, and
 * a few helpers in the namespace tapi3. C++11 or later; no library of its own.
 *
 * Made by `cargo run -p codegen` from idl/; do not edit.
 *
 *     #include <tapi3.hpp>        // or <tapi3.h>: in C++ they are the same
 *
 *     tapi3::ComPtr<ITTAPI> tapi;
 *     HRESULT hr = tapi3::create(CLSID_TAPI, tapi);
 *     hr = tapi->Initialize();
 *
 * An interface has no virtual destructor: it is released, never deleted. The library's objects carry
 * no C++ type information: use QueryInterface (ComPtr::as), never dynamic_cast or typeid, on them.
 */
#ifndef TAPI3_HPP
#ifndef TAPI3_H
/* tapi3.h brings in the rest of this file when the types stand. */
#include "tapi3.h"
#ifdef CINTERFACE
#error "tapi3.hpp is the C++ view; CINTERFACE asks for the C view of tapi3.h"
#endif
#else
#define TAPI3_HPP

#include <atomic>
#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <type_traits>
#if defined(__cpp_exceptions) && defined(__GLIBCXX__)
#include <cxxabi.h>
#endif

/**
 * Before a function that calls methods of interfaces, for builds with -fsanitize=vptr (which
 * -fsanitize=undefined includes): that check reads the type information of C++, which the library's
 * objects have not. Without it, or with -fno-sanitize=vptr, it is not needed.
 */
#if defined(__clang__) || defined(__GNUC__) && __GNUC__ >= 8
#define TAPI3_NO_VPTR_CHECK __attribute__((no_sanitize("vptr")))
#else
#define TAPI3_NO_VPTR_CHECK
#endif

/* ---- The id of an interface by its type: tapi3::iid<ITTAPI>() ---- */

namespace tapi3 {

template <class Interface> const IID &iid() noexcept;

@@IIDS@@

/** The id of what a pointer points to; for IID_PPV_ARGS. */
template <class Interface> const IID &iid_of(Interface **) noexcept { return iid<Interface>(); }

} // namespace tapi3

/** The two last arguments of QueryInterface and CoCreateInstance, of one type for certain. */
#define IID_PPV_ARGS(pointer) tapi3::iid_of(pointer), reinterpret_cast<void **>(pointer)

/* ---- Results that a program wants in a `long` ---- */

namespace tapi3 {

/**
 * Lends a method a 32-bit place for a number, and moves it into the caller's `long` afterwards:
 * `long` has 64 bits here and 32 on Windows. The caller's variable must be a `long`; a 32-bit one
 * behind a cast to `long *` would be overrun (-Wcast-align=strict finds such casts).
 */
template <class Long> class Narrow {
public:
    using Number = typename std::conditional<std::is_signed<Long>::value, LONG, ULONG>::type;
    explicit Narrow(Long *target) noexcept : number_(0), target_(target) {}
    ~Narrow() {
        if (target_) *target_ = static_cast<Long>(number_);
    }
    Narrow(const Narrow &) = delete;
    Narrow &operator=(const Narrow &) = delete;
    operator Number *() noexcept { return target_ ? &number_ : nullptr; }

private:
    Number number_;
    Long *target_;
};

/** Whether a program may hold a Number in a Long: it is the same type, or the `long` of its sign. */
template <class Long, class Number> struct HoldsNumber {
    using Wide = typename std::conditional<std::is_signed<Number>::value, long, unsigned long>::type;
    static const bool wide = std::is_same<Long, Wide>::value && !std::is_same<Long, Number>::value;
    static const bool value = wide || std::is_same<Long, Number>::value;
};

/** HRESULT, where every variable fits its number and at least one of them is a `long`. */
template <class... LongsAndNumbers> struct SomeAreLong;
template <> struct SomeAreLong<> {
    static const bool all = true;
    static const bool some = false;
};
template <class Long, class Number, class... Rest> struct SomeAreLong<Long, Number, Rest...> {
    static const bool all = HoldsNumber<Long, Number>::value && SomeAreLong<Rest...>::all;
    static const bool some = HoldsNumber<Long, Number>::wide || SomeAreLong<Rest...>::some;
};
template <class... LongsAndNumbers>
using WithLong = typename std::enable_if<SomeAreLong<LongsAndNumbers...>::all && SomeAreLong<LongsAndNumbers...>::some,
                                         HRESULT>::type;

} // namespace tapi3

/* ---- Interfaces ---- */

@@CLASSES@@

/* ---- Helpers ---- */

namespace tapi3 {

/**
 * Holds an interface pointer and its reference.
 *
 * `put()` is for a method that gives out a pointer; the interface that was held is released first.
 */
template <class Interface> class ComPtr {
public:
    ComPtr() noexcept : pointer_(nullptr) {}
    ComPtr(std::nullptr_t) noexcept : pointer_(nullptr) {}
    /** Takes a reference of its own. */
    TAPI3_NO_VPTR_CHECK explicit ComPtr(Interface *pointer) noexcept : pointer_(pointer) {
        if (pointer_) pointer_->AddRef();
    }
    ComPtr(const ComPtr &other) noexcept : ComPtr(other.pointer_) {}
    ComPtr(ComPtr &&other) noexcept : pointer_(other.detach()) {}
    ~ComPtr() { reset(); }

    ComPtr &operator=(ComPtr other) noexcept {
        Interface *old = pointer_;
        pointer_ = other.pointer_;
        other.pointer_ = old;
        return *this;
    }

    Interface *get() const noexcept { return pointer_; }
    Interface *operator->() const noexcept { return pointer_; }
    explicit operator bool() const noexcept { return pointer_ != nullptr; }

    /** Releases what is held. */
    TAPI3_NO_VPTR_CHECK void reset() noexcept {
        if (Interface *old = detach()) old->Release();
    }
    /** Takes over a reference that the caller has. */
    void attach(Interface *pointer) noexcept {
        reset();
        pointer_ = pointer;
    }
    /** Gives the reference to the caller. */
    Interface *detach() noexcept {
        Interface *old = pointer_;
        pointer_ = nullptr;
        return old;
    }
    /** For a parameter that receives an interface. */
    Interface **put() noexcept {
        reset();
        return &pointer_;
    }
    /** For a parameter that receives an interface as `void **`. */
    void **put_void() noexcept { return reinterpret_cast<void **>(put()); }

    /** Asks for another interface of the object. */
    template <class Other>
    TAPI3_NO_VPTR_CHECK HRESULT query(ComPtr<Other> &other) const noexcept {
        if (!pointer_) return E_POINTER;
        return pointer_->QueryInterface(iid<Other>(), other.put_void());
    }
    /** The object's other interface; empty when it has none. */
    template <class Other> ComPtr<Other> as() const noexcept {
        ComPtr<Other> other;
        if (FAILED(query(other))) return nullptr;
        return other;
    }

private:
    Interface *pointer_;
};

/** CoCreateInstance for a ComPtr. */
template <class Interface> HRESULT create(REFCLSID clsid, ComPtr<Interface> &object) noexcept {
    return CoCreateInstance(clsid, nullptr, CLSCTX_INPROC_SERVER, iid<Interface>(), object.put_void());
}

/**
 * Holds a BSTR and frees it.
 *
 * Its standard string is std::u16string also under -fshort-wchar: std::wstring is compiled into the
 * C++ library for a wchar_t of four bytes, and with one of two it writes beyond its ends.
 */
class Bstr {
public:
    Bstr() noexcept : text_(nullptr) {}
    /** A copy of a text that ends with a zero. Empty when memory is short. */
    Bstr(const OLECHAR *text) noexcept : text_(SysAllocString(text)) {}
    Bstr(const std::u16string &text) noexcept
        : text_(SysAllocStringLen(static_cast<const OLECHAR *>(static_cast<const void *>(text.data())),
                                  static_cast<UINT>(text.size()))) {}
    /** From UTF-8. Empty when memory is short. */
    static Bstr from_utf8(const std::string &text) noexcept {
        Bstr made;
        made.text_ = tapi3_utf8_to_bstr(text.c_str());
        return made;
    }
    Bstr(const Bstr &other) noexcept
        : text_(other.text_ ? SysAllocStringLen(other.text_, SysStringLen(other.text_)) : nullptr) {}
    Bstr(Bstr &&other) noexcept : text_(other.detach()) {}
    ~Bstr() { SysFreeString(text_); }

    Bstr &operator=(Bstr other) noexcept {
        BSTR old = text_;
        text_ = other.text_;
        other.text_ = old;
        return *this;
    }

    /** For a parameter that takes a BSTR; it stays this object's. */
    BSTR get() const noexcept { return text_; }
    /** For a parameter that receives a BSTR. */
    BSTR *put() noexcept {
        SysFreeString(detach());
        return &text_;
    }
    /** Gives the text to the caller, who frees it with SysFreeString. */
    BSTR detach() noexcept {
        BSTR old = text_;
        text_ = nullptr;
        return old;
    }
    /** In UTF-16 code units. */
    std::size_t length() const noexcept { return SysStringLen(text_); }
    bool empty() const noexcept { return length() == 0; }
    std::u16string str() const {
        const void *text = text_;
        return text ? std::u16string(static_cast<const char16_t *>(text), length()) : std::u16string();
    }
    std::string utf8() const {
        std::unique_ptr<char, void (*)(void *)> text(tapi3_bstr_to_utf8(text_), CoTaskMemFree);
        return text ? text.get() : "";
    }

private:
    BSTR text_;
};

/**
 * A sink for events that counts its references and lets no exception out.
 *
 * Derive from it and override `on_event`; make it with `new` and keep it in a ComPtr:
 *
 *     tapi3::ComPtr<MySink> sink(new MySink);
 *     hr = point->Advise(sink.get(), &cookie);
 *
 * An exception that left a sink would end the process. Here its text goes to the library's log
 * (tapi3_log), the event counts as taken, and the next one comes. What cannot be stopped is the end
 * of the thread: pthread_exit in a sink ends the process all the same, after a line in the log.
 */
class EventSink : public ITTAPIEventNotification {
public:
    EventSink() noexcept : references_(0) {}
    EventSink(const EventSink &) = delete;
    EventSink &operator=(const EventSink &) = delete;

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID riid, void **object) override {
        if (!object) return E_POINTER;
        *object = nullptr;
        if (riid != IID_IUnknown && riid != IID_ITTAPIEventNotification) return E_NOINTERFACE;
        *object = static_cast<ITTAPIEventNotification *>(this);
        AddRef();
        return S_OK;
    }
    ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }
    ULONG STDMETHODCALLTYPE Release() override {
        ULONG left = --references_;
        if (left == 0) delete this;
        return left;
    }
    /** Calls `on_event`. S_OK; E_UNEXPECTED when an exception came out of it. */
    HRESULT STDMETHODCALLTYPE Event(TAPI_EVENT event, IDispatch *object) override {
#if defined(__cpp_exceptions)
        try {
            on_event(event, object);
            return S_OK;
#if defined(__GLIBCXX__)
        } catch (const abi::__forced_unwind &) {
            say("A sink ends the thread that it runs on; that ends the process.");
            throw;
#endif
        } catch (const std::exception &error) {
            say(error.what());
        } catch (...) {
            say("An exception that is no std::exception came out of a sink.");
        }
        return E_UNEXPECTED;
#else
        on_event(event, object);
        return S_OK;
#endif
    }

protected:
    virtual ~EventSink() = default;
    /** An event; on the library's thread. The object is borrowed: a ComPtr of it keeps it. */
    virtual void on_event(TAPI_EVENT event, IDispatch *object) = 0;

private:
#if defined(__cpp_exceptions)
    static void say(const char *text) noexcept { tapi3_log(TAPI3_LOG_ERROR, "tapi3::EventSink", text); }
#endif
    std::atomic<ULONG> references_;
};

} // namespace tapi3

#endif /* the types stand */
#endif /* TAPI3_HPP */
