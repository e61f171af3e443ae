/*
 * Part of the compat headers, C++ only: _com_error, and the functions that throw it.
 */
#ifndef TAPI3_PARTS_COM_ERROR_H
#define TAPI3_PARTS_COM_ERROR_H

#include "com_bstr.h"

/** An HRESULT, with the error object that came with it. */
class _com_error {
public:
    /** Takes over the reference to `info`, or with `add_reference` adds one of its own. */
    _com_error(HRESULT hr, IErrorInfo *info = nullptr, bool add_reference = false) noexcept : hr_(hr), info_(info) {
        if (info_ && add_reference) info_->AddRef();
    }
    _com_error(const _com_error &other) noexcept : _com_error(other.hr_, other.info_, true) {}
    _com_error &operator=(const _com_error &other) noexcept {
        if (this != &other) {
            if (other.info_) other.info_->AddRef();
            if (info_) info_->Release();
            hr_ = other.hr_;
            info_ = other.info_;
            message_.clear();
        }
        return *this;
    }
    virtual ~_com_error() noexcept {
        if (info_) info_->Release();
    }

    HRESULT Error() const noexcept { return hr_; }
    /** The code of an HRESULT that COM made for an interface of its own; 0 for others. */
    WORD WCode() const noexcept { return HRESULTToWCode(hr_); }
    static WORD HRESULTToWCode(HRESULT hr) noexcept {
        return hr >= 0x80040200u && hr <= 0x8004ffffu ? static_cast<WORD>(hr - 0x80040200u) : static_cast<WORD>(0);
    }
    static HRESULT WCodeToHRESULT(WORD code) noexcept {
        return code >= 0xfe00 ? 0x8004ffffu : 0x80040200u + code;
    }

    /** The sentence for the code; it lives as long as this object. */
    const TCHAR *ErrorMessage() const {
        if (message_.empty()) {
            TCHAR text[512];
            const DWORD length =
                FormatMessage(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr, hr_, 0, text, 512, nullptr);
            if (length > 2) message_.assign(text, text + length - 2);
            else message_ = Unknown();
            message_.push_back(0);
        }
        return message_.data();
    }

    /** The error object, with a reference for the caller; NULL where none came. */
    IErrorInfo *ErrorInfo() const noexcept {
        if (info_) info_->AddRef();
        return info_;
    }
    /** What went wrong, of the error object; empty where none came. */
    _bstr_t Description() const { return Ask(&IErrorInfo::GetDescription); }
    _bstr_t Source() const { return Ask(&IErrorInfo::GetSource); }
    _bstr_t HelpFile() const { return Ask(&IErrorInfo::GetHelpFile); }
    DWORD HelpContext() const noexcept {
        DWORD context = 0;
        if (info_) info_->GetHelpContext(&context);
        return context;
    }
    ::GUID GUID() const noexcept {
        ::GUID guid = GUID_NULL;
        if (info_) info_->GetGUID(&guid);
        return guid;
    }

private:
    _bstr_t Ask(HRESULT (STDMETHODCALLTYPE IErrorInfo::*what)(BSTR *)) const {
        BSTR text = nullptr;
        if (!info_ || FAILED((info_->*what)(&text))) return _bstr_t();
        return _bstr_t(text, false);
    }
    std::vector<TCHAR> Unknown() const {
        static const char digits[] = "0123456789abcdef";
        std::vector<TCHAR> text;
        for (const char *word = "Unknown error 0x"; *word; ++word) text.push_back(static_cast<TCHAR>(*word));
        for (int shift = 28; shift >= 0; shift -= 4) text.push_back(static_cast<TCHAR>(digits[hr_ >> shift & 0xfu]));
        return text;
    }

    HRESULT hr_;
    IErrorInfo *info_;
    mutable std::vector<TCHAR> message_;
};

[[noreturn]] inline void _com_raise_error(HRESULT hr, IErrorInfo *info = nullptr) { throw _com_error(hr, info); }
[[noreturn]] inline void _com_issue_error(HRESULT hr) { _com_raise_error(hr, nullptr); }

/** Throws with the thread's error object, if the object says that it sets one for `riid`. */
[[noreturn]] inline void _com_issue_errorex(HRESULT hr, IUnknown *object, REFIID riid) {
    IErrorInfo *info = nullptr;
    ISupportErrorInfo *support = nullptr;
    if (object && SUCCEEDED(object->QueryInterface(IID_ISupportErrorInfo, reinterpret_cast<void **>(&support)))) {
        if (support->InterfaceSupportsErrorInfo(riid) == S_OK && GetErrorInfo(0, &info) != S_OK) info = nullptr;
        support->Release();
    }
    _com_raise_error(hr, info);
}

namespace _com_util {
inline void CheckError(HRESULT hr) {
    if (FAILED(hr)) _com_issue_error(hr);
}
} // namespace _com_util

#endif /* TAPI3_PARTS_COM_ERROR_H */
