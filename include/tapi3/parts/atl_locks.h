/*
 * Part of the compat headers, C++ only: the locks of ATL around a CRITICAL_SECTION.
 */
#ifndef TAPI3_PARTS_ATL_LOCKS_H
#define TAPI3_PARTS_ATL_LOCKS_H

#include "atl_pointers.h"
#include "sync.h"

namespace ATL {

/** A lock that its holder may take again; Init before, Term after. */
class CComCriticalSection {
public:
    HRESULT Init() noexcept {
        InitializeCriticalSection(&m_sec);
        return S_OK;
    }
    HRESULT Term() noexcept {
        DeleteCriticalSection(&m_sec);
        return S_OK;
    }
    HRESULT Lock() noexcept {
        EnterCriticalSection(&m_sec);
        return S_OK;
    }
    HRESULT Unlock() noexcept {
        LeaveCriticalSection(&m_sec);
        return S_OK;
    }
    CRITICAL_SECTION m_sec;
};

/** The same, ready from its making to its end. */
class CComAutoCriticalSection : public CComCriticalSection {
public:
    CComAutoCriticalSection() noexcept { Init(); }
    ~CComAutoCriticalSection() noexcept { Term(); }
    CComAutoCriticalSection(const CComAutoCriticalSection &) = delete;
    CComAutoCriticalSection &operator=(const CComAutoCriticalSection &) = delete;
};

/** Holds a lock until the end of the block. */
template <class Section> class CComCritSecLock {
public:
    explicit CComCritSecLock(Section &section, bool lock_now = true) : section_(section), locked_(false) {
        if (lock_now) Lock();
    }
    ~CComCritSecLock() noexcept {
        if (locked_) Unlock();
    }
    CComCritSecLock(const CComCritSecLock &) = delete;
    CComCritSecLock &operator=(const CComCritSecLock &) = delete;
    HRESULT Lock() noexcept {
        const HRESULT hr = section_.Lock();
        locked_ = SUCCEEDED(hr);
        return hr;
    }
    void Unlock() noexcept {
        section_.Unlock();
        locked_ = false;
    }

private:
    Section &section_;
    bool locked_;
};

} // namespace ATL

#endif /* TAPI3_PARTS_ATL_LOCKS_H */
