/*
 * control.h for programs that use TAPI 3: IVideoWindow, which samples ask a terminal for and then do
 * without. No object of this library has it: QueryInterface says E_NOINTERFACE.
 *
 * Source: the IVideoWindow page of the DirectShow documentation (control.h).
 */
#ifndef TAPI3_COMPAT_CONTROL_H
#define TAPI3_COMPAT_CONTROL_H

#include "windows.h"

/** A window as a number. */
typedef LONG_PTR OAHWND;
#define OATRUE (-1)
#define OAFALSE 0

TAPI3_COMPAT_GUID(IID_IVideoWindow, 0x56A868B4, 0x0AD4, 0x11CE, 0xB0, 0x3A, 0x00, 0x20, 0xAF, 0x0B, 0xA7, 0x70);

#if defined(__cplusplus) && !defined(CINTERFACE)
/** The window of a video terminal. */
struct IVideoWindow : public IDispatch {
    virtual HRESULT STDMETHODCALLTYPE put_Caption(BSTR text) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_Caption(BSTR *text) = 0;
    virtual HRESULT STDMETHODCALLTYPE put_WindowStyle(LONG style) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_WindowStyle(LONG *style) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_WindowStyle(Long *style) {
        return get_WindowStyle(tapi3::Narrow<Long>(style));
    }
    virtual HRESULT STDMETHODCALLTYPE put_WindowStyleEx(LONG style) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_WindowStyleEx(LONG *style) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_WindowStyleEx(Long *style) {
        return get_WindowStyleEx(tapi3::Narrow<Long>(style));
    }
    virtual HRESULT STDMETHODCALLTYPE put_AutoShow(LONG show) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_AutoShow(LONG *show) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_AutoShow(Long *show) {
        return get_AutoShow(tapi3::Narrow<Long>(show));
    }
    virtual HRESULT STDMETHODCALLTYPE put_WindowState(LONG state) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_WindowState(LONG *state) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_WindowState(Long *state) {
        return get_WindowState(tapi3::Narrow<Long>(state));
    }
    virtual HRESULT STDMETHODCALLTYPE put_BackgroundPalette(LONG palette) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_BackgroundPalette(LONG *palette) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_BackgroundPalette(Long *palette) {
        return get_BackgroundPalette(tapi3::Narrow<Long>(palette));
    }
    virtual HRESULT STDMETHODCALLTYPE put_Visible(LONG visible) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_Visible(LONG *visible) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_Visible(Long *visible) {
        return get_Visible(tapi3::Narrow<Long>(visible));
    }
    virtual HRESULT STDMETHODCALLTYPE put_Left(LONG left) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_Left(LONG *left) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_Left(Long *left) {
        return get_Left(tapi3::Narrow<Long>(left));
    }
    virtual HRESULT STDMETHODCALLTYPE put_Width(LONG width) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_Width(LONG *width) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_Width(Long *width) {
        return get_Width(tapi3::Narrow<Long>(width));
    }
    virtual HRESULT STDMETHODCALLTYPE put_Top(LONG top) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_Top(LONG *top) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_Top(Long *top) {
        return get_Top(tapi3::Narrow<Long>(top));
    }
    virtual HRESULT STDMETHODCALLTYPE put_Height(LONG height) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_Height(LONG *height) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_Height(Long *height) {
        return get_Height(tapi3::Narrow<Long>(height));
    }
    virtual HRESULT STDMETHODCALLTYPE put_Owner(OAHWND owner) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_Owner(OAHWND *owner) = 0;
    virtual HRESULT STDMETHODCALLTYPE put_MessageDrain(OAHWND drain) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_MessageDrain(OAHWND *drain) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_BorderColor(LONG *color) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_BorderColor(Long *color) {
        return get_BorderColor(tapi3::Narrow<Long>(color));
    }
    virtual HRESULT STDMETHODCALLTYPE put_BorderColor(LONG color) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_FullScreenMode(LONG *full) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> get_FullScreenMode(Long *full) {
        return get_FullScreenMode(tapi3::Narrow<Long>(full));
    }
    virtual HRESULT STDMETHODCALLTYPE put_FullScreenMode(LONG full) = 0;
    virtual HRESULT STDMETHODCALLTYPE SetWindowForeground(LONG focus) = 0;
    virtual HRESULT STDMETHODCALLTYPE NotifyOwnerMessage(OAHWND window, LONG message, LONG_PTR first, LONG_PTR second) = 0;
    virtual HRESULT STDMETHODCALLTYPE SetWindowPosition(LONG left, LONG top, LONG width, LONG height) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetWindowPosition(LONG *left, LONG *top, LONG *width, LONG *height) = 0;
    template <class Long1, class Long2, class Long3, class Long4>
    tapi3::WithLong<Long1, LONG, Long2, LONG, Long3, LONG, Long4, LONG> GetWindowPosition(Long1 *left, Long2 *top, Long3 *width, Long4 *height) {
        return GetWindowPosition(tapi3::Narrow<Long1>(left), tapi3::Narrow<Long2>(top), tapi3::Narrow<Long3>(width), tapi3::Narrow<Long4>(height));
    }
    virtual HRESULT STDMETHODCALLTYPE GetMinIdealImageSize(LONG *width, LONG *height) = 0;
    template <class Long1, class Long2>
    tapi3::WithLong<Long1, LONG, Long2, LONG> GetMinIdealImageSize(Long1 *width, Long2 *height) {
        return GetMinIdealImageSize(tapi3::Narrow<Long1>(width), tapi3::Narrow<Long2>(height));
    }
    virtual HRESULT STDMETHODCALLTYPE GetMaxIdealImageSize(LONG *width, LONG *height) = 0;
    template <class Long1, class Long2>
    tapi3::WithLong<Long1, LONG, Long2, LONG> GetMaxIdealImageSize(Long1 *width, Long2 *height) {
        return GetMaxIdealImageSize(tapi3::Narrow<Long1>(width), tapi3::Narrow<Long2>(height));
    }
    virtual HRESULT STDMETHODCALLTYPE GetRestorePosition(LONG *left, LONG *top, LONG *width, LONG *height) = 0;
    template <class Long1, class Long2, class Long3, class Long4>
    tapi3::WithLong<Long1, LONG, Long2, LONG, Long3, LONG, Long4, LONG> GetRestorePosition(Long1 *left, Long2 *top, Long3 *width, Long4 *height) {
        return GetRestorePosition(tapi3::Narrow<Long1>(left), tapi3::Narrow<Long2>(top), tapi3::Narrow<Long3>(width), tapi3::Narrow<Long4>(height));
    }
    virtual HRESULT STDMETHODCALLTYPE HideCursor(LONG hide) = 0;
    virtual HRESULT STDMETHODCALLTYPE IsCursorHidden(LONG *hidden) = 0;
    template <class Long>
    tapi3::WithLong<Long, LONG> IsCursorHidden(Long *hidden) {
        return IsCursorHidden(tapi3::Narrow<Long>(hidden));
    }
};

namespace tapi3 {
template <> inline const IID &iid<IVideoWindow>() noexcept { return IID_IVideoWindow; }
} // namespace tapi3
#else
typedef struct IVideoWindow IVideoWindow;

/** The methods of IVideoWindow. */
typedef struct IVideoWindowVtbl {
    HRESULT (STDMETHODCALLTYPE *QueryInterface)(IVideoWindow *This, REFIID riid, void **ppvObject);
    ULONG (STDMETHODCALLTYPE *AddRef)(IVideoWindow *This);
    ULONG (STDMETHODCALLTYPE *Release)(IVideoWindow *This);
    HRESULT (STDMETHODCALLTYPE *GetTypeInfoCount)(IVideoWindow *This, UINT *pctinfo);
    HRESULT (STDMETHODCALLTYPE *GetTypeInfo)(IVideoWindow *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (STDMETHODCALLTYPE *GetIDsOfNames)(IVideoWindow *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames,
                                               LCID lcid, DISPID *rgDispId);
    HRESULT (STDMETHODCALLTYPE *Invoke)(IVideoWindow *This, DISPID dispIdMember, REFIID riid, LCID lcid, WORD wFlags,
                                        DISPPARAMS *pDispParams, VARIANT *pVarResult, EXCEPINFO *pExcepInfo,
                                        UINT *puArgErr);
    HRESULT (STDMETHODCALLTYPE *put_Caption)(IVideoWindow *This, BSTR text);
    HRESULT (STDMETHODCALLTYPE *get_Caption)(IVideoWindow *This, BSTR *text);
    HRESULT (STDMETHODCALLTYPE *put_WindowStyle)(IVideoWindow *This, LONG style);
    HRESULT (STDMETHODCALLTYPE *get_WindowStyle)(IVideoWindow *This, LONG *style);
    HRESULT (STDMETHODCALLTYPE *put_WindowStyleEx)(IVideoWindow *This, LONG style);
    HRESULT (STDMETHODCALLTYPE *get_WindowStyleEx)(IVideoWindow *This, LONG *style);
    HRESULT (STDMETHODCALLTYPE *put_AutoShow)(IVideoWindow *This, LONG show);
    HRESULT (STDMETHODCALLTYPE *get_AutoShow)(IVideoWindow *This, LONG *show);
    HRESULT (STDMETHODCALLTYPE *put_WindowState)(IVideoWindow *This, LONG state);
    HRESULT (STDMETHODCALLTYPE *get_WindowState)(IVideoWindow *This, LONG *state);
    HRESULT (STDMETHODCALLTYPE *put_BackgroundPalette)(IVideoWindow *This, LONG palette);
    HRESULT (STDMETHODCALLTYPE *get_BackgroundPalette)(IVideoWindow *This, LONG *palette);
    HRESULT (STDMETHODCALLTYPE *put_Visible)(IVideoWindow *This, LONG visible);
    HRESULT (STDMETHODCALLTYPE *get_Visible)(IVideoWindow *This, LONG *visible);
    HRESULT (STDMETHODCALLTYPE *put_Left)(IVideoWindow *This, LONG left);
    HRESULT (STDMETHODCALLTYPE *get_Left)(IVideoWindow *This, LONG *left);
    HRESULT (STDMETHODCALLTYPE *put_Width)(IVideoWindow *This, LONG width);
    HRESULT (STDMETHODCALLTYPE *get_Width)(IVideoWindow *This, LONG *width);
    HRESULT (STDMETHODCALLTYPE *put_Top)(IVideoWindow *This, LONG top);
    HRESULT (STDMETHODCALLTYPE *get_Top)(IVideoWindow *This, LONG *top);
    HRESULT (STDMETHODCALLTYPE *put_Height)(IVideoWindow *This, LONG height);
    HRESULT (STDMETHODCALLTYPE *get_Height)(IVideoWindow *This, LONG *height);
    HRESULT (STDMETHODCALLTYPE *put_Owner)(IVideoWindow *This, OAHWND owner);
    HRESULT (STDMETHODCALLTYPE *get_Owner)(IVideoWindow *This, OAHWND *owner);
    HRESULT (STDMETHODCALLTYPE *put_MessageDrain)(IVideoWindow *This, OAHWND drain);
    HRESULT (STDMETHODCALLTYPE *get_MessageDrain)(IVideoWindow *This, OAHWND *drain);
    HRESULT (STDMETHODCALLTYPE *get_BorderColor)(IVideoWindow *This, LONG *color);
    HRESULT (STDMETHODCALLTYPE *put_BorderColor)(IVideoWindow *This, LONG color);
    HRESULT (STDMETHODCALLTYPE *get_FullScreenMode)(IVideoWindow *This, LONG *full);
    HRESULT (STDMETHODCALLTYPE *put_FullScreenMode)(IVideoWindow *This, LONG full);
    HRESULT (STDMETHODCALLTYPE *SetWindowForeground)(IVideoWindow *This, LONG focus);
    HRESULT (STDMETHODCALLTYPE *NotifyOwnerMessage)(IVideoWindow *This, OAHWND window, LONG message, LONG_PTR first, LONG_PTR second);
    HRESULT (STDMETHODCALLTYPE *SetWindowPosition)(IVideoWindow *This, LONG left, LONG top, LONG width, LONG height);
    HRESULT (STDMETHODCALLTYPE *GetWindowPosition)(IVideoWindow *This, LONG *left, LONG *top, LONG *width, LONG *height);
    HRESULT (STDMETHODCALLTYPE *GetMinIdealImageSize)(IVideoWindow *This, LONG *width, LONG *height);
    HRESULT (STDMETHODCALLTYPE *GetMaxIdealImageSize)(IVideoWindow *This, LONG *width, LONG *height);
    HRESULT (STDMETHODCALLTYPE *GetRestorePosition)(IVideoWindow *This, LONG *left, LONG *top, LONG *width, LONG *height);
    HRESULT (STDMETHODCALLTYPE *HideCursor)(IVideoWindow *This, LONG hide);
    HRESULT (STDMETHODCALLTYPE *IsCursorHidden)(IVideoWindow *This, LONG *hidden);
} IVideoWindowVtbl;

/** The window of a video terminal. */
struct IVideoWindow {
    const IVideoWindowVtbl *lpVtbl;
};
#endif

#endif /* TAPI3_COMPAT_CONTROL_H */
