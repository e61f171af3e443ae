//! TAPI 2's functions as a C program declares them, for tests that call the library from outside.

#![allow(dead_code, non_snake_case, reason = "each test uses some of them")]

use core::ffi::c_char;
use tapi3::tapi2::abi::*;

unsafe extern "C" {
    pub fn lineAccept(hCall: HCALL, lpsUserUserInfo: *const c_char, dwSize: DWORD) -> LONG;
    pub fn lineAddToConference(hConfCall: HCALL, hConsultCall: HCALL) -> LONG;
    pub fn lineAnswer(hCall: HCALL, lpsUserUserInfo: *const c_char, dwSize: DWORD) -> LONG;
    pub fn lineBlindTransferW(
        hCall: HCALL,
        lpszDestAddress: *const u16,
        dwCountryCode: DWORD,
    ) -> LONG;
    pub fn lineClose(hLine: HLINE) -> LONG;
    pub fn lineCompleteTransfer(
        hCall: HCALL,
        hConsultCall: HCALL,
        lphConfCall: *mut HCALL,
        dwTransferMode: DWORD,
    ) -> LONG;
    pub fn lineDeallocateCall(hCall: HCALL) -> LONG;
    pub fn lineDialW(hCall: HCALL, lpszDestAddress: *const u16, dwCountryCode: DWORD) -> LONG;
    pub fn lineDrop(hCall: HCALL, lpsUserUserInfo: *const c_char, dwSize: DWORD) -> LONG;
    pub fn lineForwardA(
        hLine: HLINE,
        bAllAddresses: DWORD,
        dwAddressID: DWORD,
        lpForwardList: *mut LINEFORWARDLIST,
        dwNumRingsNoAnswer: DWORD,
        lphConsultCall: *mut HCALL,
        lpCallParams: *mut LINECALLPARAMS,
    ) -> LONG;
    pub fn lineForwardW(
        hLine: HLINE,
        bAllAddresses: DWORD,
        dwAddressID: DWORD,
        lpForwardList: *mut LINEFORWARDLIST,
        dwNumRingsNoAnswer: DWORD,
        lphConsultCall: *mut HCALL,
        lpCallParams: *mut LINECALLPARAMS,
    ) -> LONG;
    pub fn lineGatherDigitsW(
        hCall: HCALL,
        dwDigitModes: DWORD,
        lpsDigits: *mut u16,
        dwNumDigits: DWORD,
        lpszTerminationDigits: *const u16,
        dwFirstDigitTimeout: DWORD,
        dwInterDigitTimeout: DWORD,
    ) -> LONG;
    pub fn lineGenerateDigitsW(
        hCall: HCALL,
        dwDigitMode: DWORD,
        lpszDigits: *const u16,
        dwDuration: DWORD,
    ) -> LONG;
    pub fn lineGenerateTone(
        hCall: HCALL,
        dwToneMode: DWORD,
        dwDuration: DWORD,
        dwNumTones: DWORD,
        lpTones: *mut LINEGENERATETONE,
    ) -> LONG;
    pub fn lineGetAddressCapsA(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAddressID: DWORD,
        dwAPIVersion: DWORD,
        dwExtVersion: DWORD,
        lpAddressCaps: *mut LINEADDRESSCAPS,
    ) -> LONG;
    pub fn lineGetAddressCapsW(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAddressID: DWORD,
        dwAPIVersion: DWORD,
        dwExtVersion: DWORD,
        lpAddressCaps: *mut LINEADDRESSCAPS,
    ) -> LONG;
    pub fn lineGetAddressStatusA(
        hLine: HLINE,
        dwAddressID: DWORD,
        lpAddressStatus: *mut LINEADDRESSSTATUS,
    ) -> LONG;
    pub fn lineGetAddressStatusW(
        hLine: HLINE,
        dwAddressID: DWORD,
        lpAddressStatus: *mut LINEADDRESSSTATUS,
    ) -> LONG;
    pub fn lineGetCallInfoA(hCall: HCALL, lpCallInfo: *mut LINECALLINFO) -> LONG;
    pub fn lineGetCallInfoW(hCall: HCALL, lpCallInfo: *mut LINECALLINFO) -> LONG;
    pub fn lineGetCallStatus(hCall: HCALL, lpCallStatus: *mut LINECALLSTATUS) -> LONG;
    pub fn lineGetConfRelatedCalls(hCall: HCALL, lpCallList: *mut LINECALLLIST) -> LONG;
    pub fn lineGetCountryA(
        dwCountryID: DWORD,
        dwAPIVersion: DWORD,
        lpLineCountryList: *mut LINECOUNTRYLIST,
    ) -> LONG;
    pub fn lineGetCountryW(
        dwCountryID: DWORD,
        dwAPIVersion: DWORD,
        lpLineCountryList: *mut LINECOUNTRYLIST,
    ) -> LONG;
    pub fn lineGetDevCapsA(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAPIVersion: DWORD,
        dwExtVersion: DWORD,
        lpLineDevCaps: *mut LINEDEVCAPS,
    ) -> LONG;
    pub fn lineGetDevCapsW(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAPIVersion: DWORD,
        dwExtVersion: DWORD,
        lpLineDevCaps: *mut LINEDEVCAPS,
    ) -> LONG;
    pub fn lineGetIDA(
        hLine: HLINE,
        dwAddressID: DWORD,
        hCall: HCALL,
        dwSelect: DWORD,
        lpDeviceID: *mut VARSTRING,
        lpszDeviceClass: *const c_char,
    ) -> LONG;
    pub fn lineGetIDW(
        hLine: HLINE,
        dwAddressID: DWORD,
        hCall: HCALL,
        dwSelect: DWORD,
        lpDeviceID: *mut VARSTRING,
        lpszDeviceClass: *const u16,
    ) -> LONG;
    pub fn lineGetLineDevStatusA(hLine: HLINE, lpLineDevStatus: *mut LINEDEVSTATUS) -> LONG;
    pub fn lineGetLineDevStatusW(hLine: HLINE, lpLineDevStatus: *mut LINEDEVSTATUS) -> LONG;
    pub fn lineGetMessage(
        hLineApp: HLINEAPP,
        lpMessage: *mut LINEMESSAGE,
        dwTimeout: DWORD,
    ) -> LONG;
    pub fn lineGetNewCalls(
        hLine: HLINE,
        dwAddressID: DWORD,
        dwSelect: DWORD,
        lpCallList: *mut LINECALLLIST,
    ) -> LONG;
    pub fn lineGetProviderListA(dwAPIVersion: DWORD, lpProviderList: *mut LINEPROVIDERLIST)
    -> LONG;
    pub fn lineGetProviderListW(dwAPIVersion: DWORD, lpProviderList: *mut LINEPROVIDERLIST)
    -> LONG;
    pub fn lineGetTranslateCapsA(
        hLineApp: HLINEAPP,
        dwAPIVersion: DWORD,
        lpTranslateCaps: *mut LINETRANSLATECAPS,
    ) -> LONG;
    pub fn lineGetTranslateCapsW(
        hLineApp: HLINEAPP,
        dwAPIVersion: DWORD,
        lpTranslateCaps: *mut LINETRANSLATECAPS,
    ) -> LONG;
    pub fn lineHandoffW(hCall: HCALL, lpszFileName: *const u16, dwMediaMode: DWORD) -> LONG;
    pub fn lineHold(hCall: HCALL) -> LONG;
    pub fn lineInitializeExA(
        lphLineApp: *mut HLINEAPP,
        hInstance: HINSTANCE,
        lpfnCallback: LINECALLBACK,
        lpszFriendlyAppName: *const c_char,
        lpdwNumDevs: *mut DWORD,
        lpdwAPIVersion: *mut DWORD,
        lpLineInitializeExParams: *mut LINEINITIALIZEEXPARAMS,
    ) -> LONG;
    pub fn lineInitializeExW(
        lphLineApp: *mut HLINEAPP,
        hInstance: HINSTANCE,
        lpfnCallback: LINECALLBACK,
        lpszFriendlyAppName: *const u16,
        lpdwNumDevs: *mut DWORD,
        lpdwAPIVersion: *mut DWORD,
        lpLineInitializeExParams: *mut LINEINITIALIZEEXPARAMS,
    ) -> LONG;
    pub fn lineMakeCallA(
        hLine: HLINE,
        lphCall: *mut HCALL,
        lpszDestAddress: *const c_char,
        dwCountryCode: DWORD,
        lpCallParams: *mut LINECALLPARAMS,
    ) -> LONG;
    pub fn lineMakeCallW(
        hLine: HLINE,
        lphCall: *mut HCALL,
        lpszDestAddress: *const u16,
        dwCountryCode: DWORD,
        lpCallParams: *mut LINECALLPARAMS,
    ) -> LONG;
    pub fn lineMonitorDigits(hCall: HCALL, dwDigitModes: DWORD) -> LONG;
    pub fn lineMonitorTones(
        hCall: HCALL,
        lpToneList: *mut LINEMONITORTONE,
        dwNumEntries: DWORD,
    ) -> LONG;
    pub fn lineOpenW(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        lphLine: *mut HLINE,
        dwAPIVersion: DWORD,
        dwExtVersion: DWORD,
        dwCallbackInstance: DWORD_PTR,
        dwPrivileges: DWORD,
        dwMediaModes: DWORD,
        lpCallParams: *mut LINECALLPARAMS,
    ) -> LONG;
    pub fn lineParkW(
        hCall: HCALL,
        dwParkMode: DWORD,
        lpszDirAddress: *const u16,
        lpNonDirAddress: *mut VARSTRING,
    ) -> LONG;
    pub fn linePickupW(
        hLine: HLINE,
        dwAddressID: DWORD,
        lphCall: *mut HCALL,
        lpszDestAddress: *const u16,
        lpszGroupID: *const u16,
    ) -> LONG;
    pub fn linePrepareAddToConferenceW(
        hConfCall: HCALL,
        lphConsultCall: *mut HCALL,
        lpCallParams: *mut LINECALLPARAMS,
    ) -> LONG;
    pub fn lineRedirectW(hCall: HCALL, lpszDestAddress: *const u16, dwCountryCode: DWORD) -> LONG;
    pub fn lineRemoveFromConference(hCall: HCALL) -> LONG;
    pub fn lineSetCallPrivilege(hCall: HCALL, dwCallPrivilege: DWORD) -> LONG;
    pub fn lineSetupConferenceA(
        hCall: HCALL,
        hLine: HLINE,
        lphConfCall: *mut HCALL,
        lphConsultCall: *mut HCALL,
        dwNumParties: DWORD,
        lpCallParams: *mut LINECALLPARAMS,
    ) -> LONG;
    pub fn lineSetupConferenceW(
        hCall: HCALL,
        hLine: HLINE,
        lphConfCall: *mut HCALL,
        lphConsultCall: *mut HCALL,
        dwNumParties: DWORD,
        lpCallParams: *mut LINECALLPARAMS,
    ) -> LONG;
    pub fn lineSetupTransferW(
        hCall: HCALL,
        lphConsultCall: *mut HCALL,
        lpCallParams: *mut LINECALLPARAMS,
    ) -> LONG;
    pub fn lineShutdown(hLineApp: HLINEAPP) -> LONG;
    pub fn lineSwapHold(hActiveCall: HCALL, hHeldCall: HCALL) -> LONG;
    pub fn lineTranslateAddressA(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAPIVersion: DWORD,
        lpszAddressIn: *const c_char,
        dwCard: DWORD,
        dwTranslateOptions: DWORD,
        lpTranslateOutput: *mut LINETRANSLATEOUTPUT,
    ) -> LONG;
    pub fn lineTranslateAddressW(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAPIVersion: DWORD,
        lpszAddressIn: *const u16,
        dwCard: DWORD,
        dwTranslateOptions: DWORD,
        lpTranslateOutput: *mut LINETRANSLATEOUTPUT,
    ) -> LONG;
    pub fn lineUnhold(hCall: HCALL) -> LONG;
    pub fn lineUnparkW(
        hLine: HLINE,
        dwAddressID: DWORD,
        lphCall: *mut HCALL,
        lpszDestAddress: *const u16,
    ) -> LONG;
}
