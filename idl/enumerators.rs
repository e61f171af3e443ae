//! Enumerators for C and C++ clients.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// IEnumPhone.
#[uuid("F15B7669-4780-4595-8C89-FB369C8CF7AA")]
pub trait IEnumPhone: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITPhone, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumPhone);
}

/// IEnumTerminal.
#[uuid("AE269CF4-935E-11D0-835C-00AA003CCABD")]
pub trait IEnumTerminal: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITTerminal, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumTerminal);
}

/// IEnumTerminalClass.
#[uuid("AE269CF5-935E-11D0-835C-00AA003CCABD")]
pub trait IEnumTerminalClass: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] pElements: *mut GUID, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumTerminalClass);
}

/// IEnumCall.
#[uuid("AE269CF6-935E-11D0-835C-00AA003CCABD")]
pub trait IEnumCall: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITCallInfo, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumCall);
}

/// IEnumAddress.
#[uuid("1666FCA1-9363-11D0-835C-00AA003CCABD")]
pub trait IEnumAddress: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITAddress, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumAddress);
}

/// IEnumCallHub.
#[uuid("A3C15450-5B92-11D1-8F4E-00C04FB6809F")]
pub trait IEnumCallHub: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITCallHub, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumCallHub);
}

/// IEnumBstr.
#[uuid("35372049-0BC6-11D2-A033-00C04FB6809F")]
pub trait IEnumBstr: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppStrings: *mut BSTR, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumBstr);
}

/// IEnumPluggableTerminalClassInfo.
#[uuid("4567450C-DBEE-4E3F-AAF5-37BF9EBF5E29")]
pub trait IEnumPluggableTerminalClassInfo: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITPluggableTerminalClassInfo, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumPluggableTerminalClassInfo);
}

/// IEnumPluggableSuperclassInfo.
#[uuid("E9586A80-89E6-4CFF-931D-478D5751F4C0")]
pub trait IEnumPluggableSuperclassInfo: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITPluggableTerminalSuperclassInfo, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumPluggableSuperclassInfo);
}

/// IEnumLocation.
#[uuid("0C4D8F01-8DDB-11D1-A09E-00805FC147D3")]
pub trait IEnumLocation: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITLocationInfo, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumLocation);
}

/// IEnumCallingCard.
#[uuid("0C4D8F02-8DDB-11D1-A09E-00805FC147D3")]
pub trait IEnumCallingCard: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITCallingCard, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumCallingCard);
}

/// IEnumStream.
#[uuid("EE3BD606-3868-11D2-A045-00C04FB6809F")]
pub trait IEnumStream: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITStream, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumStream);
}

/// IEnumSubStream.
#[uuid("EE3BD609-3868-11D2-A045-00C04FB6809F")]
pub trait IEnumSubStream: IUnknown {
    /// Next.
    fn Next(celt: ULONG, #[out] ppElements: *mut *mut ITSubStream, #[inout] pceltFetched: *mut ULONG);

    /// Reset.
    fn Reset();

    /// Skip.
    fn Skip(celt: ULONG);

    /// Clone.
    fn Clone(#[retval] ppEnum: *mut *mut IEnumSubStream);
}
