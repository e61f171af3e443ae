/*
 * Part of the compat headers, C++ only: ATL's conversions of texts, CW2A and its kin, and the older
 * W2A after USES_CONVERSION. Texts of char are UTF-8. What they give lives as long as the object, of
 * W2A as long as the block with USES_CONVERSION.
 */
#ifndef TAPI3_PARTS_ATL_CONVERT_H
#define TAPI3_PARTS_ATL_CONVERT_H

#include "atl_pointers.h"
#include "text.h"

#include <list>
#include <string>
#include <vector>

namespace ATL {

/** UTF-16 as UTF-8. NULL stays NULL. */
class CW2A {
public:
    CW2A(LPCWSTR text, UINT code_page = CP_ACP) : m_psz(nullptr) {
        if (!text) return;
        room_.resize(static_cast<size_t>(lstrlenW(text)) * 3 + 1);
        m_psz = room_.data();
        if (WideCharToMultiByte(code_page, 0, text, -1, m_psz, static_cast<int>(room_.size()), nullptr, nullptr) == 0) {
            AtlThrow(HRESULT_FROM_WIN32(GetLastError()));
        }
    }
    CW2A(const CW2A &) = delete;
    CW2A &operator=(const CW2A &) = delete;
    operator LPSTR() const noexcept { return m_psz; }
    LPSTR m_psz;

private:
    std::vector<char> room_;
};

/** UTF-8 as UTF-16. NULL stays NULL. */
class CA2W {
public:
    CA2W(LPCSTR text, UINT code_page = CP_ACP) : m_psz(nullptr) {
        if (!text) return;
        room_.resize(static_cast<size_t>(lstrlenA(text)) + 1);
        m_psz = room_.data();
        if (MultiByteToWideChar(code_page, 0, text, -1, m_psz, static_cast<int>(room_.size())) == 0) {
            AtlThrow(HRESULT_FROM_WIN32(GetLastError()));
        }
    }
    CA2W(const CA2W &) = delete;
    CA2W &operator=(const CA2W &) = delete;
    operator LPWSTR() const noexcept { return m_psz; }
    LPWSTR m_psz;

private:
    std::vector<WCHAR> room_;
};

/** A text that needs no conversion; it stays the caller's. */
template <class Unit> class CSameText {
public:
    CSameText(const Unit *text, UINT = CP_ACP) noexcept : m_psz(const_cast<Unit *>(text)) {}
    operator Unit *() const noexcept { return m_psz; }
    Unit *m_psz;
};
typedef CSameText<WCHAR> CW2W;
typedef CSameText<char> CA2A;
/* The forms for a text that is only read. */
typedef CW2A CW2CA;
typedef CA2W CA2CW;

/** Keeps what W2A and its kin made until the end of the block. */
class CConversions {
public:
    LPSTR Narrow(LPCWSTR text) {
        narrow_.emplace_back(text);
        return narrow_.back();
    }
    LPWSTR Wide(LPCSTR text) {
        wide_.emplace_back(text);
        return wide_.back();
    }

private:
    std::list<CW2A> narrow_;
    std::list<CA2W> wide_;
};

} // namespace ATL

#define USES_CONVERSION ATL::CConversions tapi3_conversions
#define W2A(text) tapi3_conversions.Narrow(text)
#define W2CA(text) (static_cast<LPCSTR>(tapi3_conversions.Narrow(text)))
#define A2W(text) tapi3_conversions.Wide(text)
#define A2CW(text) (static_cast<LPCWSTR>(tapi3_conversions.Wide(text)))
#define OLE2A(text) W2A(text)
#define OLE2CA(text) W2CA(text)
#define A2OLE(text) A2W(text)
#define A2COLE(text) A2CW(text)
#if defined(UNICODE) || defined(_UNICODE)
#define W2T(text) (text)
#define T2W(text) (text)
#define T2A(text) W2A(text)
#define A2T(text) A2W(text)
#define OLE2T(text) (text)
#define OLE2CT(text) (text)
#define T2OLE(text) (text)
#define T2COLE(text) (text)
#define CT2A ATL::CW2A
#define CT2CA ATL::CW2A
#define CA2T ATL::CA2W
#define CA2CT ATL::CA2W
#define CT2W ATL::CW2W
#define CT2CW ATL::CW2W
#define CW2T ATL::CW2W
#define CW2CT ATL::CW2W
#else
#define W2T(text) W2A(text)
#define T2W(text) A2W(text)
#define T2A(text) (text)
#define A2T(text) (text)
#define OLE2T(text) W2A(text)
#define OLE2CT(text) W2CA(text)
#define T2OLE(text) A2W(text)
#define T2COLE(text) A2CW(text)
#define CT2A ATL::CA2A
#define CT2CA ATL::CA2A
#define CA2T ATL::CA2A
#define CA2CT ATL::CA2A
#define CT2W ATL::CA2W
#define CT2CW ATL::CA2W
#define CW2T ATL::CW2A
#define CW2CT ATL::CW2A
#endif

#endif /* TAPI3_PARTS_ATL_CONVERT_H */
