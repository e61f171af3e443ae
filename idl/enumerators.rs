//! Enumerators for C and C++ clients.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// Walks over phones, for C and C++ clients.
///
/// Comes from ITTAPI2::EnumeratePhones. A snapshot: it does not follow later changes. Not for
/// use by several threads at once: Clone it for each.
/// Page: IEnumPhone (tapi3if.h).
#[uuid("F15B7669-4780-4595-8C89-FB369C8CF7AA")]
pub trait IEnumPhone: IUnknown {
    /// Gives the next phones.
    ///
    /// celt: how many are wanted.
    /// ppElements: room for celt elements (ITPhone); Release each.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumPhone::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITPhone, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumPhone::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumPhone::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumPhone::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumPhone);
}

/// Walks over terminals, for C and C++ clients.
///
/// Comes from ITTerminalSupport::EnumerateStaticTerminals and others. A snapshot: it does not
/// follow later changes. Not for use by several threads at once: Clone it for each.
/// Page: IEnumTerminal (tapi3if.h).
#[uuid("AE269CF4-935E-11D0-835C-00AA003CCABD")]
pub trait IEnumTerminal: IUnknown {
    /// Gives the next terminals.
    ///
    /// celt: how many are wanted.
    /// ppElements: room for celt elements (ITTerminal); Release each.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumTerminal::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITTerminal, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumTerminal::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumTerminal::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumTerminal::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumTerminal);
}

/// Walks over terminal classes, for C and C++ clients.
///
/// Comes from ITTerminalSupport::EnumerateDynamicTerminalClasses. A snapshot: it does not
/// follow later changes. Not for use by several threads at once: Clone it for each.
/// Page: IEnumTerminalClass (tapi3if.h).
#[uuid("AE269CF5-935E-11D0-835C-00AA003CCABD")]
pub trait IEnumTerminalClass: IUnknown {
    /// Gives the next terminal classes.
    ///
    /// celt: how many are wanted.
    /// pElements: room for celt elements (GUID); plain values, nothing to free.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumTerminalClass::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] pElements: *mut GUID, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumTerminalClass::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumTerminalClass::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumTerminalClass::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumTerminalClass);
}

/// Walks over calls, for C and C++ clients.
///
/// Comes from ITAddress::EnumerateCalls and ITCallHub::EnumerateCalls. A snapshot: it does not
/// follow later changes. Not for use by several threads at once: Clone it for each.
/// Page: IEnumCall (tapi3if.h).
#[uuid("AE269CF6-935E-11D0-835C-00AA003CCABD")]
pub trait IEnumCall: IUnknown {
    /// Gives the next calls.
    ///
    /// celt: how many are wanted.
    /// ppElements: room for celt elements (ITCallInfo); Release each.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumCall::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITCallInfo, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumCall::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumCall::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumCall::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumCall);
}

/// Walks over addresses, for C and C++ clients.
///
/// Comes from ITTAPI::EnumerateAddresses. A snapshot: it does not follow later changes. Not for
/// use by several threads at once: Clone it for each.
/// Page: IEnumAddress (tapi3if.h).
#[uuid("1666FCA1-9363-11D0-835C-00AA003CCABD")]
pub trait IEnumAddress: IUnknown {
    /// Gives the next addresses.
    ///
    /// celt: how many are wanted.
    /// ppElements: room for celt elements (ITAddress); Release each.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumAddress::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITAddress, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumAddress::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumAddress::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumAddress::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumAddress);
}

/// Walks over call hubs, for C and C++ clients.
///
/// Comes from ITTAPI::EnumerateCallHubs. A snapshot: it does not follow later changes. Not for
/// use by several threads at once: Clone it for each.
/// Page: IEnumCallHub (tapi3if.h).
#[uuid("A3C15450-5B92-11D1-8F4E-00C04FB6809F")]
pub trait IEnumCallHub: IUnknown {
    /// Gives the next call hubs.
    ///
    /// celt: how many are wanted.
    /// ppElements: room for celt elements (ITCallHub); Release each.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumCallHub::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITCallHub, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumCallHub::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumCallHub::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumCallHub::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumCallHub);
}

/// Walks over texts, for C and C++ clients.
///
/// Comes from the Enumerate methods of ITAddressCapabilities. A snapshot: it does not follow
/// later changes. Not for use by several threads at once: Clone it for each.
/// Page: IEnumBstr (tapi3if.h).
#[uuid("35372049-0BC6-11D2-A033-00C04FB6809F")]
pub trait IEnumBstr: IUnknown {
    /// Gives the next texts.
    ///
    /// celt: how many are wanted.
    /// ppStrings: room for celt elements (BSTR); free each with SysFreeString.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumBstr::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppStrings: *mut BSTR, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumBstr::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumBstr::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumBstr::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumBstr);
}

/// Walks over pluggable terminal classes, for C and C++ clients.
///
/// Comes from ITTerminalSupport2::EnumeratePluggableTerminalClasses. A snapshot: it does not
/// follow later changes. Not for use by several threads at once: Clone it for each.
/// Page: IEnumPluggableTerminalClassInfo (tapi3if.h).
#[uuid("4567450C-DBEE-4E3F-AAF5-37BF9EBF5E29")]
pub trait IEnumPluggableTerminalClassInfo: IUnknown {
    /// Gives the next pluggable terminal classes.
    ///
    /// celt: how many are wanted.
    /// ppElements: room for celt elements (ITPluggableTerminalClassInfo); Release each.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumPluggableTerminalClassInfo::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITPluggableTerminalClassInfo, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumPluggableTerminalClassInfo::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumPluggableTerminalClassInfo::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumPluggableTerminalClassInfo::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumPluggableTerminalClassInfo);
}

/// Walks over pluggable terminal superclasses, for C and C++ clients.
///
/// Comes from ITTerminalSupport2::EnumeratePluggableSuperclasses. A snapshot: it does not
/// follow later changes. Not for use by several threads at once: Clone it for each.
/// Page: IEnumPluggableSuperclassInfo (tapi3if.h).
#[uuid("E9586A80-89E6-4CFF-931D-478D5751F4C0")]
pub trait IEnumPluggableSuperclassInfo: IUnknown {
    /// Gives the next pluggable terminal superclasses.
    ///
    /// celt: how many are wanted.
    /// ppElements: room for celt elements (ITPluggableTerminalSuperclassInfo); Release each.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumPluggableSuperclassInfo::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITPluggableTerminalSuperclassInfo, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumPluggableSuperclassInfo::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumPluggableSuperclassInfo::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumPluggableSuperclassInfo::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumPluggableSuperclassInfo);
}

/// Walks over dialling locations, for C and C++ clients.
///
/// Comes from ITAddressTranslation::EnumerateLocations. A snapshot: it does not follow later
/// changes. Not for use by several threads at once: Clone it for each.
/// Page: IEnumLocation (tapi3if.h).
#[uuid("0C4D8F01-8DDB-11D1-A09E-00805FC147D3")]
pub trait IEnumLocation: IUnknown {
    /// Gives the next dialling locations.
    ///
    /// celt: how many are wanted.
    /// ppElements: room for celt elements (ITLocationInfo); Release each.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumLocation::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITLocationInfo, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumLocation::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumLocation::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumLocation::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumLocation);
}

/// Walks over calling cards, for C and C++ clients.
///
/// Comes from ITAddressTranslation::EnumerateCallingCards. A snapshot: it does not follow later
/// changes. Not for use by several threads at once: Clone it for each.
/// Page: IEnumCallingCard (tapi3if.h).
#[uuid("0C4D8F02-8DDB-11D1-A09E-00805FC147D3")]
pub trait IEnumCallingCard: IUnknown {
    /// Gives the next calling cards.
    ///
    /// celt: how many are wanted.
    /// ppElements: room for celt elements (ITCallingCard); Release each.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumCallingCard::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITCallingCard, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumCallingCard::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumCallingCard::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumCallingCard::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumCallingCard);
}

/// Walks over streams, for C and C++ clients.
///
/// Comes from ITStreamControl::EnumerateStreams. A snapshot: it does not follow later changes.
/// Not for use by several threads at once: Clone it for each.
/// Page: IEnumStream (tapi3if.h).
#[uuid("EE3BD606-3868-11D2-A045-00C04FB6809F")]
pub trait IEnumStream: IUnknown {
    /// Gives the next streams.
    ///
    /// celt: how many are wanted.
    /// ppElements: room for celt elements (ITStream); Release each.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumStream::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITStream, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumStream::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumStream::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumStream::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumStream);
}

/// Walks over substreams, for C and C++ clients.
///
/// Comes from ITSubStreamControl::EnumerateSubStreams. A snapshot: it does not follow later
/// changes. Not for use by several threads at once: Clone it for each.
/// Page: IEnumSubStream (tapi3if.h).
#[uuid("EE3BD609-3868-11D2-A045-00C04FB6809F")]
pub trait IEnumSubStream: IUnknown {
    /// Gives the next substreams.
    ///
    /// celt: how many are wanted.
    /// ppElements: room for celt elements (ITSubStream); Release each.
    /// pceltFetched: receives how many there were; may be NULL only if celt is 1.
    /// Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
    /// handed out, the position stays).
    /// Page: IEnumSubStream::Next (tapi3if.h).
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITSubStream, #[inout] pceltFetched: *mut ULONG);

    /// Goes back to the first element.
    ///
    /// Page: IEnumSubStream::Reset (tapi3if.h).
    fn Reset();

    /// Leaves out the next elements.
    ///
    /// celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
    /// Page: IEnumSubStream::Skip (tapi3if.h).
    fn Skip(celt: ULONG);

    /// Makes a second enumerator at the same position.
    ///
    /// ppEnum: receives it; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: IEnumSubStream::Clone (tapi3if.h).
    fn Clone(#[retval] ppEnum: *mut *mut IEnumSubStream);
}
