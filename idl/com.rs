//! The part of COM and Automation that TAPI 3 stands on.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// The root of every interface: identity and lifetime.
///
/// Source: the IUnknown pages of the Windows SDK documentation (unknwn.h).
#[uuid("00000000-0000-0000-C000-000000000046")]
pub trait IUnknown {
    /// Asks the object for another of its interfaces.
    ///
    /// `riid`: the interface wanted.
    /// `ppvObject`: receives the interface pointer with a reference that the caller must release; NULL on failure.
    ///
    /// Returns S_OK; E_NOINTERFACE when the object does not have it; E_POINTER when `ppvObject` is NULL.
    fn QueryInterface(riid: REFIID, #[out] ppvObject: *mut *mut c_void);

    /// Adds a reference. Returns the new count, which is meant for diagnosis only.
    fn AddRef() -> ULONG;

    /// Gives a reference back; the object is gone after the last one. Returns the new count, for diagnosis only.
    fn Release() -> ULONG;
}

/// Calls by name, for scripts and late-bound programs.
///
/// Source: the IDispatch pages of the Windows SDK documentation (oaidl.h).
#[uuid("00020400-0000-0000-C000-000000000046")]
pub trait IDispatch: IUnknown {
    /// Tells whether the object can describe its type: 0 or 1.
    ///
    /// `pctinfo`: receives the number of type descriptions. This library has none and answers 0.
    ///
    /// Returns S_OK; E_POINTER.
    fn GetTypeInfoCount(#[out] pctinfo: *mut UINT);

    /// Gives the object's type description.
    ///
    /// `iTInfo`: which one; 0.
    /// `lcid`: the language; ignored.
    /// `ppTInfo`: receives the description; always NULL here.
    ///
    /// Returns E_NOTIMPL: this library carries no type library.
    fn GetTypeInfo(iTInfo: UINT, lcid: LCID, #[out] ppTInfo: *mut *mut ITypeInfo);

    /// Finds the dispatch ids of a member and, after it, of its named arguments.
    ///
    /// `riid`: reserved; IID_NULL.
    /// `rgszNames`: `cNames` names, the member's first; upper and lower case are the same.
    /// `cNames`: how many names; at least 1.
    /// `lcid`: the language; ignored.
    /// `rgDispId`: receives `cNames` ids; DISPID_UNKNOWN for a name that is not known.
    ///
    /// Returns S_OK; DISP_E_UNKNOWNNAME; DISP_E_UNKNOWNINTERFACE when `riid` is not IID_NULL; E_POINTER.
    fn GetIDsOfNames(riid: REFIID, #[size_is(cNames)] rgszNames: *mut LPOLESTR, cNames: UINT, lcid: LCID, #[out] #[size_is(cNames)] rgDispId: *mut DISPID);

    /// Calls a method, or reads or writes a property.
    ///
    /// `dispIdMember`: the member's dispatch id.
    /// `riid`: reserved; IID_NULL.
    /// `lcid`: the language; ignored.
    /// `wFlags`: DISPATCH_METHOD, DISPATCH_PROPERTYGET, DISPATCH_PROPERTYPUT.
    /// `pDispParams`: the arguments, last one first; they stay the caller's.
    /// `pVarResult`: receives the result, which the caller clears; NULL when it is not wanted.
    /// `pExcepInfo`: receives details when DISP_E_EXCEPTION is returned; the caller frees its strings; may be NULL.
    /// `puArgErr`: receives the index of the argument at fault for DISP_E_TYPEMISMATCH and DISP_E_PARAMNOTFOUND; may be NULL.
    ///
    /// Returns S_OK; DISP_E_MEMBERNOTFOUND; DISP_E_BADPARAMCOUNT; DISP_E_TYPEMISMATCH; DISP_E_OVERFLOW;
    /// DISP_E_PARAMNOTFOUND; DISP_E_PARAMNOTOPTIONAL; DISP_E_UNKNOWNINTERFACE; DISP_E_EXCEPTION when the member failed.
    fn Invoke(dispIdMember: DISPID, riid: REFIID, lcid: LCID, wFlags: WORD, pDispParams: *mut DISPPARAMS, #[out] #[optional] pVarResult: *mut VARIANT, #[out] #[optional] pExcepInfo: *mut EXCEPINFO, #[out] #[optional] puArgErr: *mut UINT);
}

/// Makes objects of one class.
///
/// Source: the IClassFactory pages of the Windows SDK documentation (unknwn.h).
#[uuid("00000001-0000-0000-C000-000000000046")]
pub trait IClassFactory: IUnknown {
    /// Makes an object.
    ///
    /// `pUnkOuter`: the aggregating object; must be NULL.
    /// `riid`: the interface wanted.
    /// `ppvObject`: receives the interface pointer, which the caller must release; NULL on failure.
    ///
    /// Returns S_OK; CLASS_E_NOAGGREGATION; E_NOINTERFACE; E_OUTOFMEMORY; E_POINTER.
    fn CreateInstance(#[optional] pUnkOuter: *mut IUnknown, riid: REFIID, #[out] ppvObject: *mut *mut c_void);

    /// Keeps the server in memory. The library stays loaded anyway, so this only counts.
    ///
    /// `fLock`: TRUE to lock, FALSE to unlock.
    ///
    /// Returns S_OK.
    fn LockServer(fLock: BOOL);
}

/// The event sources of an object.
///
/// Source: the IConnectionPointContainer pages of the Windows SDK documentation (ocidl.h).
#[uuid("B196B284-BAB4-101A-B69C-00AA00341D07")]
pub trait IConnectionPointContainer: IUnknown {
    /// Lists the event sources.
    ///
    /// `ppEnum`: receives the enumerator, which the caller must release.
    ///
    /// Returns S_OK; E_OUTOFMEMORY; E_POINTER.
    fn EnumConnectionPoints(#[out] ppEnum: *mut *mut IEnumConnectionPoints);

    /// Finds the event source that calls a given interface.
    ///
    /// `riid`: the interface that the source calls, such as IID_ITTAPIEventNotification.
    /// `ppCP`: receives the connection point, which the caller must release; NULL on failure.
    ///
    /// Returns S_OK; CONNECT_E_NOCONNECTION when there is none for it; E_OUTOFMEMORY; E_POINTER.
    fn FindConnectionPoint(riid: REFIID, #[out] ppCP: *mut *mut IConnectionPoint);
}

/// One event source: sinks are tied to it and untied from it.
///
/// Source: the IConnectionPoint pages of the Windows SDK documentation (ocidl.h).
#[uuid("B196B286-BAB4-101A-B69C-00AA00341D07")]
pub trait IConnectionPoint: IUnknown {
    /// Tells which interface this source calls.
    ///
    /// `pIID`: receives the interface id.
    ///
    /// Returns S_OK; E_POINTER.
    fn GetConnectionInterface(#[out] pIID: *mut GUID);

    /// Gives the object that the source belongs to.
    ///
    /// `ppCPC`: receives the container, which the caller must release.
    ///
    /// Returns S_OK; E_UNEXPECTED when the object is gone; E_POINTER.
    fn GetConnectionPointContainer(#[out] ppCPC: *mut *mut IConnectionPointContainer);

    /// Ties a sink to the source.
    ///
    /// `pUnkSink`: the sink; it is asked for the source's interface and kept with a reference.
    /// `pdwCookie`: receives the number for Unadvise; never 0 on success.
    ///
    /// Returns S_OK; CONNECT_E_CANNOTCONNECT when the sink lacks the interface; CONNECT_E_ADVISELIMIT; E_POINTER.
    fn Advise(pUnkSink: *mut IUnknown, #[out] pdwCookie: *mut DWORD);

    /// Unties a sink; its reference is released and no event reaches it any more.
    ///
    /// `dwCookie`: the number from Advise.
    ///
    /// Returns S_OK; CONNECT_E_NOCONNECTION when there is no such sink.
    fn Unadvise(dwCookie: DWORD);

    /// Lists the sinks.
    ///
    /// `ppEnum`: receives the enumerator, which the caller must release.
    ///
    /// Returns S_OK; E_OUTOFMEMORY; E_POINTER.
    fn EnumConnections(#[out] ppEnum: *mut *mut IEnumConnections);
}

/// Walks over event sources.
///
/// Source: the IEnumConnectionPoints pages of the Windows SDK documentation (ocidl.h).
#[uuid("B196B285-BAB4-101A-B69C-00AA00341D07")]
pub trait IEnumConnectionPoints: IUnknown {
    /// Gives the next `cConnections` connection points.
    ///
    /// `cConnections`: how many are wanted.
    /// `ppCP`: receives them; the caller must release each.
    /// `pcFetched`: receives how many there were; NULL only when one is wanted.
    ///
    /// Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
    fn Next(cConnections: ULONG, #[out] #[size_is(cConnections)] ppCP: *mut *mut IConnectionPoint, #[out] #[optional] pcFetched: *mut ULONG);

    /// Passes over the next `cConnections` connection points.
    ///
    /// `cConnections`: how many to pass over.
    ///
    /// Returns S_OK; S_FALSE when there were fewer.
    fn Skip(cConnections: ULONG);

    /// Starts again from the first. Returns S_OK.
    fn Reset();

    /// Makes an enumerator that stands at the same place.
    ///
    /// `ppEnum`: receives it; the caller must release it.
    ///
    /// Returns S_OK; E_OUTOFMEMORY; E_POINTER.
    fn Clone(#[out] ppEnum: *mut *mut IEnumConnectionPoints);
}

/// Walks over the sinks of an event source.
///
/// Source: the IEnumConnections pages of the Windows SDK documentation (ocidl.h).
#[uuid("B196B287-BAB4-101A-B69C-00AA00341D07")]
pub trait IEnumConnections: IUnknown {
    /// Gives the next `cConnections` connections.
    ///
    /// `cConnections`: how many are wanted.
    /// `rgcd`: receives them; the caller must release each `pUnk`.
    /// `pcFetched`: receives how many there were; NULL only when one is wanted.
    ///
    /// Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
    fn Next(cConnections: ULONG, #[out] #[size_is(cConnections)] rgcd: *mut CONNECTDATA, #[out] #[optional] pcFetched: *mut ULONG);

    /// Passes over the next `cConnections` connections.
    ///
    /// `cConnections`: how many to pass over.
    ///
    /// Returns S_OK; S_FALSE when there were fewer.
    fn Skip(cConnections: ULONG);

    /// Starts again from the first. Returns S_OK.
    fn Reset();

    /// Makes an enumerator that stands at the same place.
    ///
    /// `ppEnum`: receives it; the caller must release it.
    ///
    /// Returns S_OK; E_OUTOFMEMORY; E_POINTER.
    fn Clone(#[out] ppEnum: *mut *mut IEnumConnections);
}

/// Walks over VARIANTs; what `For Each` uses on a collection.
///
/// Source: the IEnumVARIANT pages of the Windows SDK documentation (oaidl.h).
#[uuid("00020404-0000-0000-C000-000000000046")]
pub trait IEnumVARIANT: IUnknown {
    /// Gives the next `celt` elements.
    ///
    /// `celt`: how many are wanted.
    /// `rgVar`: receives them; the caller clears each with VariantClear.
    /// `pCeltFetched`: receives how many there were; may be NULL.
    ///
    /// Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
    fn Next(celt: ULONG, #[out] #[size_is(celt)] rgVar: *mut VARIANT, #[out] #[optional] pCeltFetched: *mut ULONG);

    /// Passes over the next `celt` elements.
    ///
    /// `celt`: how many to pass over.
    ///
    /// Returns S_OK; S_FALSE when there were fewer.
    fn Skip(celt: ULONG);

    /// Starts again from the first. Returns S_OK.
    fn Reset();

    /// Makes an enumerator that stands at the same place.
    ///
    /// `ppEnum`: receives it; the caller must release it.
    ///
    /// Returns S_OK; E_OUTOFMEMORY; E_POINTER.
    fn Clone(#[out] ppEnum: *mut *mut IEnumVARIANT);
}

/// Walks over objects.
///
/// Source: the IEnumUnknown pages of the Windows SDK documentation (objidl.h).
#[uuid("00000100-0000-0000-C000-000000000046")]
pub trait IEnumUnknown: IUnknown {
    /// Gives the next `celt` objects.
    ///
    /// `celt`: how many are wanted.
    /// `rgelt`: receives them; the caller must release each.
    /// `pceltFetched`: receives how many there were; NULL only when one is wanted.
    ///
    /// Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
    fn Next(celt: ULONG, #[out] #[size_is(celt)] rgelt: *mut *mut IUnknown, #[out] #[optional] pceltFetched: *mut ULONG);

    /// Passes over the next `celt` objects.
    ///
    /// `celt`: how many to pass over.
    ///
    /// Returns S_OK; S_FALSE when there were fewer.
    fn Skip(celt: ULONG);

    /// Starts again from the first. Returns S_OK.
    fn Reset();

    /// Makes an enumerator that stands at the same place.
    ///
    /// `ppenum`: receives it; the caller must release it.
    ///
    /// Returns S_OK; E_OUTOFMEMORY; E_POINTER.
    fn Clone(#[out] ppenum: *mut *mut IEnumUnknown);
}

/// What went wrong, in words: see GetErrorInfo.
///
/// Source: the IErrorInfo pages of the Windows SDK documentation (oaidl.h).
#[uuid("1CF2B120-547D-101B-8E65-08002B2BD119")]
pub trait IErrorInfo: IUnknown {
    /// Tells which interface the error came from.
    ///
    /// `pGUID`: receives the interface id; all zeros when there is none.
    ///
    /// Returns S_OK; E_POINTER.
    fn GetGUID(#[out] pGUID: *mut GUID);

    /// Tells which program or library the error came from.
    ///
    /// `pBstrSource`: receives a string that the caller frees with SysFreeString.
    ///
    /// Returns S_OK; E_OUTOFMEMORY; E_POINTER.
    fn GetSource(#[out] pBstrSource: *mut BSTR);

    /// Says what went wrong in a sentence.
    ///
    /// `pBstrDescription`: receives a string that the caller frees with SysFreeString.
    ///
    /// Returns S_OK; E_OUTOFMEMORY; E_POINTER.
    fn GetDescription(#[out] pBstrDescription: *mut BSTR);

    /// Names a help file; there is none, so the string is NULL.
    ///
    /// `pBstrHelpFile`: receives a string that the caller frees with SysFreeString.
    ///
    /// Returns S_OK; E_POINTER.
    fn GetHelpFile(#[out] pBstrHelpFile: *mut BSTR);

    /// Names the place in the help file; 0.
    ///
    /// `pdwHelpContext`: receives the number.
    ///
    /// Returns S_OK; E_POINTER.
    fn GetHelpContext(#[out] pdwHelpContext: *mut DWORD);
}

/// Says that an object leaves error information for an interface.
///
/// Source: the ISupportErrorInfo pages of the Windows SDK documentation (oaidl.h).
#[uuid("DF0B3D60-548F-101B-8E65-08002B2BD119")]
pub trait ISupportErrorInfo: IUnknown {
    /// Asks whether methods of an interface leave error information.
    ///
    /// `riid`: the interface.
    ///
    /// Returns S_OK when they do; S_FALSE when they do not.
    fn InterfaceSupportsErrorInfo(riid: REFIID);
}

/// Fills in what an IErrorInfo says: see CreateErrorInfo. Each text is copied.
///
/// Source: the ICreateErrorInfo pages of the Windows SDK documentation (oaidl.h).
#[uuid("22F03340-547D-101B-8E65-08002B2BD119")]
pub trait ICreateErrorInfo: IUnknown {
    /// Sets the interface that the error comes from.
    ///
    /// `rguid`: the interface id.
    ///
    /// Returns S_OK; E_POINTER.
    fn SetGUID(rguid: REFGUID);

    /// Sets the program or library that the error comes from.
    ///
    /// `szSource`: UTF-16 text that ends with a zero; NULL for none.
    ///
    /// Returns S_OK; E_OUTOFMEMORY.
    fn SetSource(#[optional] szSource: LPCOLESTR);

    /// Sets the sentence that says what went wrong.
    ///
    /// `szDescription`: UTF-16 text that ends with a zero; NULL for none.
    ///
    /// Returns S_OK; E_OUTOFMEMORY.
    fn SetDescription(#[optional] szDescription: LPCOLESTR);

    /// Sets the help file.
    ///
    /// `szHelpFile`: UTF-16 text that ends with a zero; NULL for none.
    ///
    /// Returns S_OK; E_OUTOFMEMORY.
    fn SetHelpFile(#[optional] szHelpFile: LPCOLESTR);

    /// Sets the place in the help file.
    ///
    /// `dwHelpContext`: the number.
    ///
    /// Returns S_OK.
    fn SetHelpContext(dwHelpContext: DWORD);
}
