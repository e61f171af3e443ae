/*
 * Part of the compat headers, C++ only: how objects of ATL count their references and lock themselves,
 * and CComModule, which counts the objects. There is no module to load, register or unload.
 */
#ifndef TAPI3_PARTS_ATL_MODULE_H
#define TAPI3_PARTS_ATL_MODULE_H

#include "atl_locks.h"
#include "atomic.h"

namespace tapi3 {

/** The objects that are alive and count for the module. */
inline LONG &living_objects() noexcept {
    static LONG count = 0;
    return count;
}

} // namespace tapi3

namespace ATL {

/** For objects that nobody locks. */
class CComFakeCriticalSection {
public:
    HRESULT Init() noexcept { return S_OK; }
    HRESULT Term() noexcept { return S_OK; }
    HRESULT Lock() noexcept { return S_OK; }
    HRESULT Unlock() noexcept { return S_OK; }
};

/** Counts by Interlocked functions, without a lock. */
class CComMultiThreadModelNoCS {
public:
    static ULONG Increment(LPLONG number) noexcept { return static_cast<ULONG>(InterlockedIncrement(number)); }
    static ULONG Decrement(LPLONG number) noexcept { return static_cast<ULONG>(InterlockedDecrement(number)); }
    typedef CComFakeCriticalSection AutoCriticalSection;
    typedef CComFakeCriticalSection CriticalSection;
    typedef CComMultiThreadModelNoCS ThreadModelNoCS;
};

/** The same with a lock. */
class CComMultiThreadModel : public CComMultiThreadModelNoCS {
public:
    typedef CComAutoCriticalSection AutoCriticalSection;
    typedef CComCriticalSection CriticalSection;
};

/** The same, not less: events come on a thread of the library, whatever the program's apartment. */
class CComSingleThreadModel : public CComMultiThreadModel {};

typedef CComMultiThreadModel CComObjectThreadModel;
typedef CComMultiThreadModel CComGlobalsThreadModel;

/** What a program calls `_Module`. */
class CComModule {
public:
    /** There are no class factories: an object map is not looked at. */
    HRESULT Init(void *, HINSTANCE instance, const GUID * = nullptr) noexcept {
        m_hInst = instance;
        return S_OK;
    }
    void Term() noexcept {}
    LONG Lock() noexcept { return InterlockedIncrement(&tapi3::living_objects()); }
    LONG Unlock() noexcept { return InterlockedDecrement(&tapi3::living_objects()); }
    LONG GetLockCount() const noexcept { return InterlockedExchangeAdd(&tapi3::living_objects(), 0); }
    HINSTANCE GetModuleInstance() const noexcept { return m_hInst; }

    HINSTANCE m_hInst = nullptr;
};

} // namespace ATL

#endif /* TAPI3_PARTS_ATL_MODULE_H */
