/*
 * Part of the compat headers, C++ only: _bstr_t, a BSTR whose copies share one text. Texts of char
 * are UTF-8. Where memory is short it throws _com_error(E_OUTOFMEMORY).
 */
#ifndef TAPI3_PARTS_COM_BSTR_H
#define TAPI3_PARTS_COM_BSTR_H

#include "atl_bstr.h"

#include <atomic>
#include <memory>
#include <new>
#include <vector>

[[noreturn]] inline void _com_issue_error(HRESULT hr);

/** Holds a shared BSTR. */
class _bstr_t {
public:
    _bstr_t() noexcept : data_(nullptr) {}
    _bstr_t(const _bstr_t &other) noexcept : data_(other.data_) { AddRef(); }
    _bstr_t(const char *text) : data_(text ? Share(tapi3::bstr_from_narrow(text)) : nullptr) {}
    _bstr_t(const OLECHAR *text) : data_(text ? Share(SysAllocString(text)) : nullptr) {}
    /** A copy of a BSTR, or with `copy` false the BSTR itself, which is then this object's. */
    _bstr_t(BSTR text, bool copy) : data_(nullptr) {
        if (text) data_ = Share(copy ? SysAllocStringLen(text, SysStringLen(text)) : text);
    }
    ~_bstr_t() noexcept { Free(); }

    _bstr_t &operator=(const _bstr_t &other) noexcept {
        _bstr_t copy(other);
        std::swap(data_, copy.data_);
        return *this;
    }
    _bstr_t &operator=(const char *text) { return *this = _bstr_t(text); }
    _bstr_t &operator=(const OLECHAR *text) { return *this = _bstr_t(text); }

    _bstr_t &operator+=(const _bstr_t &other) { return *this = *this + other; }
    _bstr_t &operator+=(const char *text) { return *this += _bstr_t(text); }
    _bstr_t &operator+=(const OLECHAR *text) { return *this += _bstr_t(text); }
    _bstr_t operator+(const _bstr_t &other) const {
        const UINT mine = length(), its = other.length();
        BSTR joined = SysAllocStringLen(nullptr, mine + its);
        if (!joined) _com_issue_error(E_OUTOFMEMORY);
        if (mine > 0) memcpy(joined, data_->text, mine * sizeof(OLECHAR));
        if (its > 0) memcpy(joined + mine, other.data_->text, its * sizeof(OLECHAR));
        return _bstr_t(joined, false);
    }
    _bstr_t operator+(const char *text) const { return *this + _bstr_t(text); }
    _bstr_t operator+(const OLECHAR *text) const { return *this + _bstr_t(text); }
    friend _bstr_t operator+(const char *text, const _bstr_t &other) { return _bstr_t(text) + other; }
    friend _bstr_t operator+(const OLECHAR *text, const _bstr_t &other) { return _bstr_t(text) + other; }

    operator const OLECHAR *() const noexcept { return data_ ? data_->text : nullptr; }
    operator OLECHAR *() const noexcept { return data_ ? data_->text : nullptr; }
    /** As UTF-8; it lives as long as a copy of this text does. */
    operator const char *() const { return narrow(); }
    operator char *() const { return narrow(); }

    bool operator!() const noexcept { return data_ == nullptr; }
    bool operator==(const _bstr_t &other) const noexcept { return Compare(other) == 0; }
    bool operator!=(const _bstr_t &other) const noexcept { return Compare(other) != 0; }
    bool operator<(const _bstr_t &other) const noexcept { return Compare(other) < 0; }
    bool operator>(const _bstr_t &other) const noexcept { return Compare(other) > 0; }
    bool operator<=(const _bstr_t &other) const noexcept { return Compare(other) <= 0; }
    bool operator>=(const _bstr_t &other) const noexcept { return Compare(other) >= 0; }

    /** In units. */
    unsigned int length() const noexcept { return data_ ? SysStringLen(data_->text) : 0; }
    /** A BSTR of the caller's. */
    BSTR copy(bool copy = true) const {
        if (!data_) return nullptr;
        if (!copy) return data_->text;
        BSTR made = SysAllocStringLen(data_->text, length());
        if (!made) _com_issue_error(E_OUTOFMEMORY);
        return made;
    }
    void Assign(BSTR text) { *this = _bstr_t(text, true); }
    /** For a parameter that takes a BSTR; it stays this object's. */
    BSTR &GetBSTR() {
        if (!data_) data_ = Share(Need(SysAllocStringLen(nullptr, 0)));
        return data_->text;
    }
    /** For a parameter that receives a BSTR: what was held is let go first. */
    BSTR *GetAddress() {
        Free();
        data_ = new_data(nullptr);
        return &data_->text;
    }
    void Attach(BSTR text) { *this = _bstr_t(text, false); }
    /** Gives the BSTR to the caller; other copies of it lose it too, as the documentation has it. */
    BSTR Detach() {
        BSTR text = nullptr;
        if (data_) {
            text = data_->text;
            data_->text = nullptr;
            Free();
        }
        return text;
    }

private:
    struct Data {
        std::atomic<unsigned> references;
        BSTR text;
        std::atomic<char *> narrow;
    };

    static BSTR Need(BSTR text) {
        if (!text) _com_issue_error(E_OUTOFMEMORY);
        return text;
    }
    static Data *new_data(BSTR text) {
        Data *data = new (std::nothrow) Data{{1}, text, {nullptr}};
        if (!data) {
            SysFreeString(text);
            _com_issue_error(E_OUTOFMEMORY);
        }
        return data;
    }
    static Data *Share(BSTR text) { return new_data(Need(text)); }
    void AddRef() const noexcept {
        if (data_) data_->references.fetch_add(1, std::memory_order_relaxed);
    }
    void Free() noexcept {
        Data *data = data_;
        data_ = nullptr;
        if (data && data->references.fetch_sub(1, std::memory_order_acq_rel) == 1) {
            SysFreeString(data->text);
            delete[] data->narrow.load(std::memory_order_relaxed);
            delete data;
        }
    }
    char *narrow() const {
        if (!data_ || !data_->text) return nullptr;
        char *made = data_->narrow.load(std::memory_order_acquire);
        if (made) return made;
        const int units = static_cast<int>(length());
        const int bytes = units ? WideCharToMultiByte(CP_UTF8, 0, data_->text, units, nullptr, 0, nullptr, nullptr) : 0;
        std::unique_ptr<char[]> text(new (std::nothrow) char[static_cast<size_t>(bytes) + 1]);
        if (!text) _com_issue_error(E_OUTOFMEMORY);
        if (bytes) WideCharToMultiByte(CP_UTF8, 0, data_->text, units, text.get(), bytes, nullptr, nullptr);
        text[static_cast<size_t>(bytes)] = 0;
        /* Another thread may have been first; its text stands. */
        if (data_->narrow.compare_exchange_strong(made, text.get(), std::memory_order_acq_rel)) return text.release();
        return made;
    }
    int Compare(const _bstr_t &other) const noexcept {
        return data_ == other.data_ ? 0
                                    : tapi3::compare_bstr(data_ ? data_->text : nullptr, other.data_ ? other.data_->text : nullptr);
    }

    Data *data_;
};

#endif /* TAPI3_PARTS_COM_BSTR_H */
