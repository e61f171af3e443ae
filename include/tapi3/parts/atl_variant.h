/*
 * Part of the compat headers, C++ only: CComVariant. The constructors and operators throw
 * CAtlException where memory is short, the methods return an HRESULT.
 */
#ifndef TAPI3_PARTS_ATL_VARIANT_H
#define TAPI3_PARTS_ATL_VARIANT_H

#include "atl_bstr.h"
#include "variants.h"

namespace ATL {

/** A VARIANT that clears itself. */
class CComVariant : public VARIANT {
public:
    CComVariant() noexcept { VariantInit(this); }
    ~CComVariant() noexcept { VariantClear(this); }
    CComVariant(const VARIANT &other) : CComVariant() { Check(VariantCopy(this, &other)); }
    CComVariant(const CComVariant &other) : CComVariant(static_cast<const VARIANT &>(other)) {}
    CComVariant(CComVariant &&other) noexcept : CComVariant() { Swap(other); }
    CComVariant(LPCOLESTR text) : CComVariant() { SetText(CComBSTR(text)); }
    CComVariant(LPCSTR text) : CComVariant() { SetText(CComBSTR(text)); }
    CComVariant(const CComBSTR &text) : CComVariant() { SetText(text); }
    CComVariant(bool value) noexcept : CComVariant() { tapi3::set_variant(*this, value); }
    /** A VT_I4 holds what is a number of the program; other kinds by the second argument. */
    template <class Number, class = tapi3::IfNumber<Number>> CComVariant(Number value) noexcept : CComVariant() {
        tapi3::set_variant(*this, value);
    }
    CComVariant(int value, VARTYPE type) noexcept : CComVariant() {
        vt = type == VT_INT ? VT_INT : VT_I4;
        lVal = value;
    }
    CComVariant(double value, VARTYPE type) noexcept : CComVariant() {
        vt = type == VT_DATE ? VT_DATE : VT_R8;
        dblVal = value;
    }
    CComVariant(IDispatch *value) noexcept : CComVariant() { tapi3::set_variant(*this, value); }
    CComVariant(IUnknown *value) noexcept : CComVariant() { tapi3::set_variant(*this, value); }

    CComVariant &operator=(const CComVariant &other) { return *this = static_cast<const VARIANT &>(other); }
    CComVariant &operator=(const VARIANT &other) {
        if (this != &other) Check(Copy(&other));
        return *this;
    }
    CComVariant &operator=(CComVariant &&other) noexcept {
        if (this != &other) {
            Clear();
            Swap(other);
        }
        return *this;
    }
    /** Anything that a CComVariant can be made of. */
    template <class Value, class = typename std::enable_if<!std::is_base_of<VARIANT, Value>::value>::type>
    CComVariant &operator=(const Value &value) {
        CComVariant made(value);
        Clear();
        Swap(made);
        return *this;
    }

    bool operator==(const CComVariant &other) const noexcept { return tapi3::same_variant(*this, other); }
    bool operator!=(const CComVariant &other) const noexcept { return !(*this == other); }
    bool operator==(const VARIANT &other) const noexcept { return tapi3::same_variant(*this, other); }
    bool operator!=(const VARIANT &other) const noexcept { return !(*this == other); }

    HRESULT Clear() noexcept { return VariantClear(this); }
    HRESULT Copy(const VARIANT *source) noexcept { return VariantCopy(this, source); }
    HRESULT CopyTo(BSTR *target) const noexcept {
        if (!target) return E_POINTER;
        if (vt != VT_BSTR) return DISP_E_TYPEMISMATCH;
        *target = bstrVal ? SysAllocStringLen(bstrVal, SysStringLen(bstrVal)) : nullptr;
        return bstrVal && !*target ? E_OUTOFMEMORY : S_OK;
    }
    /** Takes over what `*source` holds, which is empty afterwards. */
    HRESULT Attach(VARIANT *source) noexcept {
        if (!source) return E_INVALIDARG;
        const HRESULT hr = Clear();
        if (FAILED(hr)) return hr;
        static_cast<VARIANT &>(*this) = *source;
        source->vt = VT_EMPTY;
        return S_OK;
    }
    /** Gives what is held to `*target`, whose own is cleared first. */
    HRESULT Detach(VARIANT *target) noexcept {
        if (!target) return E_POINTER;
        const HRESULT hr = VariantClear(target);
        if (FAILED(hr)) return hr;
        *target = *this;
        vt = VT_EMPTY;
        return S_OK;
    }
    HRESULT ChangeType(VARTYPE type, const VARIANT *source = nullptr) noexcept {
        return VariantChangeType(this, source ? source : this, 0, type);
    }

private:
    static void Check(HRESULT hr) {
        if (FAILED(hr)) AtlThrow(hr);
    }
    void SetText(CComBSTR text) noexcept {
        vt = VT_BSTR;
        bstrVal = text.Detach();
    }
    void Swap(CComVariant &other) noexcept {
        const VARIANT mine = *this;
        static_cast<VARIANT &>(*this) = other;
        static_cast<VARIANT &>(other) = mine;
    }
};

} // namespace ATL

#endif /* TAPI3_PARTS_ATL_VARIANT_H */
