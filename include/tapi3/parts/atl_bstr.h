/*
 * Part of the compat headers, C++ only: CComBSTR. Texts of char are UTF-8. Where memory is short the
 * constructors and operators throw CAtlException(E_OUTOFMEMORY), the methods return it.
 */
#ifndef TAPI3_PARTS_ATL_BSTR_H
#define TAPI3_PARTS_ATL_BSTR_H

#include "atl_pointers.h"
#include "text.h"

namespace tapi3 {

/** A BSTR from `length` bytes of UTF-8, -1 for all up to the zero; NULL when memory is short. */
inline BSTR bstr_from_narrow(LPCSTR text, int length = -1) noexcept {
    if (length < 0) length = lstrlenA(text);
    const int units = length > 0 ? MultiByteToWideChar(CP_UTF8, 0, text, length, nullptr, 0) : 0;
    BSTR made = SysAllocStringLen(nullptr, static_cast<UINT>(units));
    if (made && units > 0) MultiByteToWideChar(CP_UTF8, 0, text, length, made, units);
    return made;
}

/** Compares two texts of any content; NULL is the empty text. */
inline int compare_bstr(BSTR a, BSTR b) noexcept {
    const UINT left = SysStringLen(a), right = SysStringLen(b);
    for (UINT i = 0; i < left && i < right; ++i) {
        if (a[i] != b[i]) return static_cast<uint16_t>(a[i]) < static_cast<uint16_t>(b[i]) ? -1 : 1;
    }
    return left == right ? 0 : left < right ? -1 : 1;
}

} // namespace tapi3

namespace ATL {

/** Holds a BSTR and frees it. */
class CComBSTR {
public:
    CComBSTR() noexcept : m_str(nullptr) {}
    /** So many units, and nothing in them yet. */
    explicit CComBSTR(int size) : m_str(size > 0 ? Need(SysAllocStringLen(nullptr, static_cast<UINT>(size))) : nullptr) {}
    CComBSTR(int size, LPCOLESTR text) : m_str(size > 0 ? Need(SysAllocStringLen(text, static_cast<UINT>(size))) : nullptr) {}
    CComBSTR(int size, LPCSTR text) : m_str(size > 0 && text ? Need(tapi3::bstr_from_narrow(text, size)) : nullptr) {}
    CComBSTR(LPCOLESTR text) : m_str(text ? Need(SysAllocString(text)) : nullptr) {}
    CComBSTR(LPCSTR text) : m_str(text ? Need(tapi3::bstr_from_narrow(text)) : nullptr) {}
    explicit CComBSTR(REFGUID guid) : m_str(nullptr) {
        OLECHAR text[40];
        StringFromGUID2(guid, text, 40);
        m_str = Need(SysAllocString(text));
    }
    CComBSTR(const CComBSTR &other) : m_str(other.m_str ? Need(other.Copy()) : nullptr) {}
    CComBSTR(CComBSTR &&other) noexcept : m_str(other.Detach()) {}
    ~CComBSTR() noexcept { SysFreeString(m_str); }

    CComBSTR &operator=(const CComBSTR &other) {
        if (m_str != other.m_str) Attach(other.m_str ? Need(other.Copy()) : nullptr);
        return *this;
    }
    CComBSTR &operator=(CComBSTR &&other) noexcept {
        if (this != std::addressof(other)) Attach(other.Detach());
        return *this;
    }
    CComBSTR &operator=(LPCOLESTR text) {
        if (text != m_str) Attach(text ? Need(SysAllocString(text)) : nullptr);
        return *this;
    }
    CComBSTR &operator=(LPCSTR text) {
        Attach(text ? Need(tapi3::bstr_from_narrow(text)) : nullptr);
        return *this;
    }

    /** In units. */
    unsigned int Length() const noexcept { return SysStringLen(m_str); }
    unsigned int ByteLength() const noexcept { return SysStringByteLen(m_str); }
    operator BSTR() const noexcept { return m_str; }
    bool operator!() const noexcept { return m_str == nullptr; }
    /** For a parameter that receives a BSTR; what is held would be lost. */
    BSTR *operator&() noexcept {
        ATLASSERT(m_str == nullptr);
        return &m_str;
    }

    /** A copy for the caller to free; NULL for NULL and when memory is short. */
    BSTR Copy() const noexcept {
        return m_str ? SysAllocStringByteLen(reinterpret_cast<LPCSTR>(m_str), SysStringByteLen(m_str)) : nullptr;
    }
    HRESULT CopyTo(BSTR *target) const noexcept {
        if (!target) return E_POINTER;
        *target = Copy();
        return m_str && !*target ? E_OUTOFMEMORY : S_OK;
    }
    HRESULT CopyTo(VARIANT *target) const noexcept {
        if (!target) return E_POINTER;
        VariantInit(target);
        const HRESULT hr = CopyTo(&target->bstrVal);
        if (SUCCEEDED(hr)) target->vt = VT_BSTR;
        return hr;
    }
    /** Takes over a BSTR; frees what was held. */
    void Attach(BSTR text) noexcept {
        if (text == m_str) return;
        SysFreeString(m_str);
        m_str = text;
    }
    /** Gives the BSTR to the caller, who frees it. */
    BSTR Detach() noexcept {
        BSTR text = m_str;
        m_str = nullptr;
        return text;
    }
    void Empty() noexcept { Attach(nullptr); }
    HRESULT AssignBSTR(BSTR text) noexcept {
        if (text == m_str) return S_OK;
        BSTR copy = text ? SysAllocStringLen(text, SysStringLen(text)) : nullptr;
        if (text && !copy) return E_OUTOFMEMORY;
        Attach(copy);
        return S_OK;
    }

    HRESULT Append(LPCOLESTR text, int length) noexcept {
        if (!text || length < 0) return E_INVALIDARG;
        const UINT before = Length();
        BSTR joined = SysAllocStringLen(nullptr, before + static_cast<UINT>(length));
        if (!joined) return E_OUTOFMEMORY;
        if (before > 0) memcpy(joined, m_str, before * sizeof(OLECHAR));
        memcpy(joined + before, text, static_cast<size_t>(length) * sizeof(OLECHAR));
        Attach(joined);
        return S_OK;
    }
    HRESULT Append(LPCOLESTR text) noexcept { return text ? Append(text, lstrlenW(text)) : E_INVALIDARG; }
    HRESULT Append(const CComBSTR &other) noexcept {
        return other.m_str ? Append(other.m_str, static_cast<int>(other.Length())) : S_OK;
    }
    HRESULT Append(OLECHAR unit) noexcept { return Append(&unit, 1); }
    HRESULT Append(LPCSTR text) noexcept {
        if (!text) return E_INVALIDARG;
        BSTR wide = tapi3::bstr_from_narrow(text);
        if (!wide) return E_OUTOFMEMORY;
        const HRESULT hr = Append(wide, static_cast<int>(SysStringLen(wide)));
        SysFreeString(wide);
        return hr;
    }
    HRESULT AppendBSTR(BSTR text) noexcept {
        return text ? Append(text, static_cast<int>(SysStringLen(text))) : S_OK;
    }
    CComBSTR &operator+=(const CComBSTR &other) {
        Check(Append(other));
        return *this;
    }
    CComBSTR &operator+=(LPCOLESTR text) {
        Check(Append(text));
        return *this;
    }

    bool operator==(const CComBSTR &other) const noexcept { return tapi3::compare_bstr(m_str, other.m_str) == 0; }
    bool operator!=(const CComBSTR &other) const noexcept { return !(*this == other); }
    bool operator<(const CComBSTR &other) const noexcept { return tapi3::compare_bstr(m_str, other.m_str) < 0; }
    bool operator>(const CComBSTR &other) const noexcept { return tapi3::compare_bstr(m_str, other.m_str) > 0; }
    bool operator==(LPCOLESTR text) const noexcept { return Compare(text) == 0; }
    bool operator!=(LPCOLESTR text) const noexcept { return Compare(text) != 0; }
    /* Templates, so that NULL means the ones above and so the empty text. */
    template <class Unit, class = typename std::enable_if<std::is_same<Unit, OLECHAR>::value>::type>
    bool operator==(Unit *text) const noexcept {
        return Compare(text) == 0;
    }
    template <class Unit, class = typename std::enable_if<std::is_same<Unit, OLECHAR>::value>::type>
    bool operator!=(Unit *text) const noexcept {
        return Compare(text) != 0;
    }
    template <class Char, class = typename std::enable_if<std::is_same<Char, char>::value>::type>
    bool operator==(const Char *text) const {
        return *this == CComBSTR(text);
    }
    template <class Char, class = typename std::enable_if<std::is_same<Char, char>::value>::type>
    bool operator!=(const Char *text) const {
        return !(*this == text);
    }

    BSTR m_str;

private:
    static BSTR Need(BSTR made) {
        if (!made) AtlThrow(E_OUTOFMEMORY);
        return made;
    }
    static void Check(HRESULT hr) {
        if (FAILED(hr)) AtlThrow(hr);
    }
    int Compare(LPCOLESTR text) const noexcept {
        const OLECHAR nothing = 0;
        return lstrcmpW(m_str ? m_str : &nothing, text ? text : &nothing);
    }
};

} // namespace ATL

#endif /* TAPI3_PARTS_ATL_BSTR_H */
