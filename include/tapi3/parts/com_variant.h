/*
 * Part of the compat headers, C++ only: _variant_t. What fails throws _com_error.
 */
#ifndef TAPI3_PARTS_COM_VARIANT_H
#define TAPI3_PARTS_COM_VARIANT_H

#include "com_error.h"
#include "variants.h"

/** A VARIANT that clears itself. */
class _variant_t : public VARIANT {
public:
    _variant_t() noexcept { VariantInit(this); }
    ~_variant_t() noexcept { VariantClear(this); }
    _variant_t(const VARIANT &other) : _variant_t() { _com_util::CheckError(VariantCopy(this, &other)); }
    _variant_t(const VARIANT *other) : _variant_t() {
        _com_util::CheckError(other ? VariantCopy(this, other) : E_POINTER);
    }
    _variant_t(const _variant_t &other) : _variant_t(static_cast<const VARIANT &>(other)) {}
    /** A copy, or with `copy` false the content of `other`, which is then this object's. */
    _variant_t(VARIANT &other, bool copy) : _variant_t() {
        if (copy) _com_util::CheckError(VariantCopy(this, &other));
        else Attach(other);
    }
    _variant_t(bool value) noexcept : _variant_t() { tapi3::set_variant(*this, value); }
    template <class Number, class = tapi3::IfNumber<Number>> _variant_t(Number value) noexcept : _variant_t() {
        tapi3::set_variant(*this, value);
    }
    _variant_t(const _bstr_t &text) : _variant_t() { SetText(text.copy()); }
    _variant_t(const OLECHAR *text) : _variant_t(_bstr_t(text)) {}
    _variant_t(const char *text) : _variant_t(_bstr_t(text)) {}
    _variant_t(IUnknown *value, bool add_reference = true) noexcept : _variant_t() {
        vt = VT_UNKNOWN;
        punkVal = value;
        if (value && add_reference) value->AddRef();
    }
    _variant_t(IDispatch *value, bool add_reference = true) noexcept : _variant_t() {
        vt = VT_DISPATCH;
        pdispVal = value;
        if (value && add_reference) value->AddRef();
    }

    _variant_t &operator=(const _variant_t &other) { return *this = static_cast<const VARIANT &>(other); }
    _variant_t &operator=(const VARIANT &other) {
        if (this != &other) _com_util::CheckError(VariantCopy(this, &other));
        return *this;
    }
    template <class Value, class = typename std::enable_if<!std::is_base_of<VARIANT, Value>::value>::type>
    _variant_t &operator=(const Value &value) {
        _variant_t made(value);
        Clear();
        const VARIANT content = made.Detach();
        static_cast<VARIANT &>(*this) = content;
        return *this;
    }

    operator short() const { return As(VT_I2).iVal; }
    operator int() const { return As(VT_I4).lVal; }
    operator long() const { return As(VT_I4).lVal; }
    operator unsigned int() const { return As(VT_UI4).ulVal; }
    operator unsigned long() const { return As(VT_UI4).ulVal; }
    operator long long() const { return As(VT_I8).llVal; }
    operator double() const { return As(VT_R8).dblVal; }
    operator bool() const { return As(VT_BOOL).boolVal != VARIANT_FALSE; }
    operator _bstr_t() const { return _bstr_t(As(VT_BSTR).bstrVal, true); }
    /** With a reference for the caller. */
    operator IUnknown *() const {
        IUnknown *object = vt == VT_UNKNOWN || vt == VT_DISPATCH ? punkVal : As(VT_UNKNOWN).punkVal;
        if (object) object->AddRef();
        return object;
    }
    operator IDispatch *() const {
        IDispatch *object = vt == VT_DISPATCH ? pdispVal : nullptr;
        if (object) {
            object->AddRef();
        } else if (vt != VT_DISPATCH) {
            IUnknown *unknown = vt == VT_UNKNOWN ? punkVal : As(VT_UNKNOWN).punkVal;
            if (unknown) {
                _com_util::CheckError(unknown->QueryInterface(IID_IDispatch, reinterpret_cast<void **>(&object)));
            }
        }
        return object;
    }

    bool operator==(const _variant_t &other) const noexcept { return tapi3::same_variant(*this, other); }
    bool operator!=(const _variant_t &other) const noexcept { return !(*this == other); }
    bool operator==(const VARIANT &other) const noexcept { return tapi3::same_variant(*this, other); }
    bool operator!=(const VARIANT &other) const noexcept { return !(*this == other); }

    void Clear() { _com_util::CheckError(VariantClear(this)); }
    /** Takes over what `other` holds, which is empty afterwards. */
    void Attach(VARIANT &other) {
        Clear();
        static_cast<VARIANT &>(*this) = other;
        other.vt = VT_EMPTY;
    }
    /** Gives what is held to the caller, who clears it. */
    VARIANT Detach() noexcept {
        const VARIANT content = *this;
        vt = VT_EMPTY;
        return content;
    }
    void ChangeType(VARTYPE type, const _variant_t *source = nullptr) {
        _com_util::CheckError(VariantChangeType(this, source ? source : this, 0, type));
    }
    void SetString(const char *text) { *this = _bstr_t(text); }
    VARIANT &GetVARIANT() noexcept { return *this; }
    /** For a parameter that receives a VARIANT: what was held is cleared first. */
    VARIANT *GetAddress() {
        Clear();
        return this;
    }

private:
    void SetText(BSTR text) noexcept {
        vt = VT_BSTR;
        bstrVal = text;
    }
    /** This value as another kind, itself where it is one already. */
    _variant_t As(VARTYPE type) const {
        if (vt == type) return *this;
        _variant_t changed;
        _com_util::CheckError(VariantChangeType(&changed, this, 0, type));
        return changed;
    }
};

typedef _variant_t _com_variant_t;
/** What an optional parameter of Automation gets that is left out. */
static const struct tapi3_missing {
    operator _variant_t() const {
        _variant_t missing;
        missing.vt = VT_ERROR;
        missing.scode = static_cast<SCODE>(DISP_E_PARAMNOTFOUND);
        return missing;
    }
} vtMissing = {};

#endif /* TAPI3_PARTS_COM_VARIANT_H */
