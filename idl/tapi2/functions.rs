//! The functions of TAPI 2, for `tapi.h`. `#[asynchronous]`: a positive result is the id of a request,
//! whose outcome a LINE_REPLY or PHONE_REPLY tells. `#[forms]`: the endings under which the function
//! is exported; `W` takes UTF-16 where the others take bytes, in arguments and in structures.

unsafe extern "C" {
    #[asynchronous]
    pub fn lineAccept(hCall: HCALL, lpsUserUserInfo: LPCSTR, dwSize: DWORD) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineAddProvider(
        lpszProviderFilename: LPCSTR,
        hwndOwner: HWND,
        lpdwPermanentProviderID: LPDWORD,
    ) -> LONG;
    #[asynchronous]
    pub fn lineAddToConference(hConfCall: HCALL, hConsultCall: HCALL) -> LONG;
    #[asynchronous]
    pub fn lineAgentSpecific(
        hLine: HLINE,
        dwAddressID: DWORD,
        dwAgentExtensionIDIndex: DWORD,
        lpParams: LPVOID,
        dwSize: DWORD,
    ) -> LONG;
    #[asynchronous]
    pub fn lineAnswer(hCall: HCALL, lpsUserUserInfo: LPCSTR, dwSize: DWORD) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn lineBlindTransfer(hCall: HCALL, lpszDestAddress: LPCSTR, dwCountryCode: DWORD) -> LONG;
    pub fn lineClose(hLine: HLINE) -> LONG;
    #[asynchronous]
    pub fn lineCompleteCall(
        hCall: HCALL,
        lpdwCompletionID: LPDWORD,
        dwCompletionMode: DWORD,
        dwMessageID: DWORD,
    ) -> LONG;
    #[asynchronous]
    pub fn lineCompleteTransfer(
        hCall: HCALL,
        hConsultCall: HCALL,
        lphConfCall: LPHCALL,
        dwTransferMode: DWORD,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineConfigDialog(dwDeviceID: DWORD, hwndOwner: HWND, lpszDeviceClass: LPCSTR) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineConfigDialogEdit(
        dwDeviceID: DWORD,
        hwndOwner: HWND,
        lpszDeviceClass: LPCSTR,
        lpDeviceConfigIn: LPVOID,
        dwSize: DWORD,
        lpDeviceConfigOut: LPVARSTRING,
    ) -> LONG;
    pub fn lineConfigProvider(hwndOwner: HWND, dwPermanentProviderID: DWORD) -> LONG;
    #[forms("A", "W")]
    pub fn lineCreateAgent(
        hLine: HLINE,
        lpszAgentID: LPSTR,
        lpszAgentPIN: LPSTR,
        lphAgent: LPHAGENT,
    ) -> LONG;
    #[forms("A", "W")]
    pub fn lineCreateAgentSession(
        hLine: HLINE,
        hAgent: HAGENT,
        lpszAgentPIN: LPSTR,
        dwWorkingAddressID: DWORD,
        lpGroupID: LPGUID,
        lphAgentSession: LPHAGENTSESSION,
    ) -> LONG;
    pub fn lineDeallocateCall(hCall: HCALL) -> LONG;
    #[asynchronous]
    pub fn lineDevSpecific(
        hLine: HLINE,
        dwAddressID: DWORD,
        hCall: HCALL,
        lpParams: LPVOID,
        dwSize: DWORD,
    ) -> LONG;
    #[asynchronous]
    pub fn lineDevSpecificFeature(
        hLine: HLINE,
        dwFeature: DWORD,
        lpParams: LPVOID,
        dwSize: DWORD,
    ) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn lineDial(hCall: HCALL, lpszDestAddress: LPCSTR, dwCountryCode: DWORD) -> LONG;
    #[asynchronous]
    pub fn lineDrop(hCall: HCALL, lpsUserUserInfo: LPCSTR, dwSize: DWORD) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn lineForward(
        hLine: HLINE,
        bAllAddresses: DWORD,
        dwAddressID: DWORD,
        lpForwardList: LPLINEFORWARDLIST,
        dwNumRingsNoAnswer: DWORD,
        lphConsultCall: LPHCALL,
        lpCallParams: LPLINECALLPARAMS,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGatherDigits(
        hCall: HCALL,
        dwDigitModes: DWORD,
        lpsDigits: LPSTR,
        dwNumDigits: DWORD,
        lpszTerminationDigits: LPCSTR,
        dwFirstDigitTimeout: DWORD,
        dwInterDigitTimeout: DWORD,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGenerateDigits(
        hCall: HCALL,
        dwDigitMode: DWORD,
        lpszDigits: LPCSTR,
        dwDuration: DWORD,
    ) -> LONG;
    pub fn lineGenerateTone(
        hCall: HCALL,
        dwToneMode: DWORD,
        dwDuration: DWORD,
        dwNumTones: DWORD,
        lpTones: LPLINEGENERATETONE,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetAddressCaps(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAddressID: DWORD,
        dwAPIVersion: DWORD,
        dwExtVersion: DWORD,
        lpAddressCaps: LPLINEADDRESSCAPS,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetAddressID(
        hLine: HLINE,
        lpdwAddressID: LPDWORD,
        dwAddressMode: DWORD,
        lpsAddress: LPCSTR,
        dwSize: DWORD,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetAddressStatus(
        hLine: HLINE,
        dwAddressID: DWORD,
        lpAddressStatus: LPLINEADDRESSSTATUS,
    ) -> LONG;
    #[asynchronous]
    #[forms("A", "W")]
    pub fn lineGetAgentActivityList(
        hLine: HLINE,
        dwAddressID: DWORD,
        lpAgentActivityList: LPLINEAGENTACTIVITYLIST,
    ) -> LONG;
    #[asynchronous]
    #[forms("A", "W")]
    pub fn lineGetAgentCaps(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAddressID: DWORD,
        dwAppAPIVersion: DWORD,
        lpAgentCaps: LPLINEAGENTCAPS,
    ) -> LONG;
    #[asynchronous]
    #[forms("A", "W")]
    pub fn lineGetAgentGroupList(
        hLine: HLINE,
        dwAddressID: DWORD,
        lpAgentGroupList: LPLINEAGENTGROUPLIST,
    ) -> LONG;
    pub fn lineGetAgentInfo(hLine: HLINE, hAgent: HAGENT, lpAgentInfo: LPLINEAGENTINFO) -> LONG;
    pub fn lineGetAgentSessionInfo(
        hLine: HLINE,
        hAgentSession: HAGENTSESSION,
        lpAgentSessionInfo: LPLINEAGENTSESSIONINFO,
    ) -> LONG;
    pub fn lineGetAgentSessionList(
        hLine: HLINE,
        hAgent: HAGENT,
        lpAgentSessionList: LPLINEAGENTSESSIONLIST,
    ) -> LONG;
    #[asynchronous]
    #[forms("A", "W")]
    pub fn lineGetAgentStatus(
        hLine: HLINE,
        dwAddressID: DWORD,
        lpAgentStatus: LPLINEAGENTSTATUS,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetAppPriority(
        lpszAppFilename: LPCSTR,
        dwMediaMode: DWORD,
        lpExtensionID: LPLINEEXTENSIONID,
        dwRequestMode: DWORD,
        lpExtensionName: LPVARSTRING,
        lpdwPriority: LPDWORD,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetCallInfo(hCall: HCALL, lpCallInfo: LPLINECALLINFO) -> LONG;
    pub fn lineGetCallStatus(hCall: HCALL, lpCallStatus: LPLINECALLSTATUS) -> LONG;
    pub fn lineGetConfRelatedCalls(hCall: HCALL, lpCallList: LPLINECALLLIST) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetCountry(
        dwCountryID: DWORD,
        dwAPIVersion: DWORD,
        lpLineCountryList: LPLINECOUNTRYLIST,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetDevCaps(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAPIVersion: DWORD,
        dwExtVersion: DWORD,
        lpLineDevCaps: LPLINEDEVCAPS,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetDevConfig(
        dwDeviceID: DWORD,
        lpDeviceConfig: LPVARSTRING,
        lpszDeviceClass: LPCSTR,
    ) -> LONG;
    #[forms("A", "W")]
    pub fn lineGetGroupList(hLine: HLINE, lpGroupList: LPLINEAGENTGROUPLIST) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetIcon(dwDeviceID: DWORD, lpszDeviceClass: LPCSTR, lphIcon: LPHICON) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetID(
        hLine: HLINE,
        dwAddressID: DWORD,
        hCall: HCALL,
        dwSelect: DWORD,
        lpDeviceID: LPVARSTRING,
        lpszDeviceClass: LPCSTR,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetLineDevStatus(hLine: HLINE, lpLineDevStatus: LPLINEDEVSTATUS) -> LONG;
    pub fn lineGetMessage(hLineApp: HLINEAPP, lpMessage: LPLINEMESSAGE, dwTimeout: DWORD) -> LONG;
    pub fn lineGetNewCalls(
        hLine: HLINE,
        dwAddressID: DWORD,
        dwSelect: DWORD,
        lpCallList: LPLINECALLLIST,
    ) -> LONG;
    pub fn lineGetNumRings(hLine: HLINE, dwAddressID: DWORD, lpdwNumRings: LPDWORD) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetProviderList(dwAPIVersion: DWORD, lpProviderList: LPLINEPROVIDERLIST) -> LONG;
    pub fn lineGetProxyStatus(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAppAPIVersion: DWORD,
        lpLineProxyReqestList: LPLINEPROXYREQUESTLIST,
    ) -> LONG;
    pub fn lineGetQueueInfo(
        hLine: HLINE,
        dwQueueID: DWORD,
        lpLineQueueInfo: LPLINEQUEUEINFO,
    ) -> LONG;
    #[forms("A", "W")]
    pub fn lineGetQueueList(hLine: HLINE, lpGroupID: LPGUID, lpQueueList: LPLINEQUEUELIST) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetRequest(
        hLineApp: HLINEAPP,
        dwRequestMode: DWORD,
        lpRequestBuffer: LPVOID,
    ) -> LONG;
    pub fn lineGetStatusMessages(
        hLine: HLINE,
        lpdwLineStates: LPDWORD,
        lpdwAddressStates: LPDWORD,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineGetTranslateCaps(
        hLineApp: HLINEAPP,
        dwAPIVersion: DWORD,
        lpTranslateCaps: LPLINETRANSLATECAPS,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineHandoff(hCall: HCALL, lpszFileName: LPCSTR, dwMediaMode: DWORD) -> LONG;
    #[asynchronous]
    pub fn lineHold(hCall: HCALL) -> LONG;
    pub fn lineInitialize(
        lphLineApp: LPHLINEAPP,
        hInstance: HINSTANCE,
        lpfnCallback: LINECALLBACK,
        lpszAppName: LPCSTR,
        lpdwNumDevs: LPDWORD,
    ) -> LONG;
    #[forms("A", "W")]
    pub fn lineInitializeEx(
        lphLineApp: LPHLINEAPP,
        hInstance: HINSTANCE,
        lpfnCallback: LINECALLBACK,
        lpszFriendlyAppName: LPCSTR,
        lpdwNumDevs: LPDWORD,
        lpdwAPIVersion: LPDWORD,
        lpLineInitializeExParams: LPLINEINITIALIZEEXPARAMS,
    ) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn lineMakeCall(
        hLine: HLINE,
        lphCall: LPHCALL,
        lpszDestAddress: LPCSTR,
        dwCountryCode: DWORD,
        lpCallParams: LPLINECALLPARAMS,
    ) -> LONG;
    pub fn lineMonitorDigits(hCall: HCALL, dwDigitModes: DWORD) -> LONG;
    pub fn lineMonitorMedia(hCall: HCALL, dwMediaModes: DWORD) -> LONG;
    pub fn lineMonitorTones(
        hCall: HCALL,
        lpToneList: LPLINEMONITORTONE,
        dwNumEntries: DWORD,
    ) -> LONG;
    pub fn lineNegotiateAPIVersion(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAPILowVersion: DWORD,
        dwAPIHighVersion: DWORD,
        lpdwAPIVersion: LPDWORD,
        lpExtensionID: LPLINEEXTENSIONID,
    ) -> LONG;
    pub fn lineNegotiateExtVersion(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAPIVersion: DWORD,
        dwExtLowVersion: DWORD,
        dwExtHighVersion: DWORD,
        lpdwExtVersion: LPDWORD,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineOpen(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        lphLine: LPHLINE,
        dwAPIVersion: DWORD,
        dwExtVersion: DWORD,
        dwCallbackInstance: DWORD_PTR,
        dwPrivileges: DWORD,
        dwMediaModes: DWORD,
        lpCallParams: LPLINECALLPARAMS,
    ) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn linePark(
        hCall: HCALL,
        dwParkMode: DWORD,
        lpszDirAddress: LPCSTR,
        lpNonDirAddress: LPVARSTRING,
    ) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn linePickup(
        hLine: HLINE,
        dwAddressID: DWORD,
        lphCall: LPHCALL,
        lpszDestAddress: LPCSTR,
        lpszGroupID: LPCSTR,
    ) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn linePrepareAddToConference(
        hConfCall: HCALL,
        lphConsultCall: LPHCALL,
        lpCallParams: LPLINECALLPARAMS,
    ) -> LONG;
    pub fn lineProxyMessage(
        hLine: HLINE,
        hCall: HCALL,
        dwMsg: DWORD,
        dwParam1: DWORD,
        dwParam2: DWORD,
        dwParam3: DWORD,
    ) -> LONG;
    pub fn lineProxyResponse(
        hLine: HLINE,
        lpProxyRequest: LPLINEPROXYREQUEST,
        dwResult: DWORD,
    ) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn lineRedirect(hCall: HCALL, lpszDestAddress: LPCSTR, dwCountryCode: DWORD) -> LONG;
    pub fn lineRegisterRequestRecipient(
        hLineApp: HLINEAPP,
        dwRegistrationInstance: DWORD,
        dwRequestMode: DWORD,
        bEnable: DWORD,
    ) -> LONG;
    #[asynchronous]
    pub fn lineReleaseUserUserInfo(hCall: HCALL) -> LONG;
    #[asynchronous]
    pub fn lineRemoveFromConference(hCall: HCALL) -> LONG;
    pub fn lineRemoveProvider(dwPermanentProviderID: DWORD, hwndOwner: HWND) -> LONG;
    #[asynchronous]
    pub fn lineSecureCall(hCall: HCALL) -> LONG;
    #[asynchronous]
    pub fn lineSendUserUserInfo(hCall: HCALL, lpsUserUserInfo: LPCSTR, dwSize: DWORD) -> LONG;
    #[asynchronous]
    pub fn lineSetAgentActivity(hLine: HLINE, dwAddressID: DWORD, dwActivityID: DWORD) -> LONG;
    #[asynchronous]
    pub fn lineSetAgentGroup(
        hLine: HLINE,
        dwAddressID: DWORD,
        lpAgentGroupList: LPLINEAGENTGROUPLIST,
    ) -> LONG;
    pub fn lineSetAgentMeasurementPeriod(
        hLine: HLINE,
        hAgent: HAGENT,
        dwMeasurementPeriod: DWORD,
    ) -> LONG;
    pub fn lineSetAgentSessionState(
        hLine: HLINE,
        hAgentSession: HAGENTSESSION,
        dwAgentSessionState: DWORD,
        dwNextAgentSessionState: DWORD,
    ) -> LONG;
    pub fn lineSetAgentStateEx(
        hLine: HLINE,
        hAgent: HAGENT,
        dwAgentState: DWORD,
        dwNextAgentState: DWORD,
    ) -> LONG;
    #[asynchronous]
    pub fn lineSetAgentState(
        hLine: HLINE,
        dwAddressID: DWORD,
        dwAgentState: DWORD,
        dwNextAgentState: DWORD,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineSetAppPriority(
        lpszAppFilename: LPCSTR,
        dwMediaMode: DWORD,
        lpExtensionID: LPLINEEXTENSIONID,
        dwRequestMode: DWORD,
        lpszExtensionName: LPCSTR,
        dwPriority: DWORD,
    ) -> LONG;
    pub fn lineSetAppSpecific(hCall: HCALL, dwAppSpecific: DWORD) -> LONG;
    #[asynchronous]
    pub fn lineSetCallData(hCall: HCALL, lpCallData: LPVOID, dwSize: DWORD) -> LONG;
    #[asynchronous]
    pub fn lineSetCallParams(
        hCall: HCALL,
        dwBearerMode: DWORD,
        dwMinRate: DWORD,
        dwMaxRate: DWORD,
        lpDialParams: LPLINEDIALPARAMS,
    ) -> LONG;
    pub fn lineSetCallPrivilege(hCall: HCALL, dwCallPrivilege: DWORD) -> LONG;
    #[asynchronous]
    pub fn lineSetCallQualityOfService(
        hCall: HCALL,
        lpSendingFlowspec: LPVOID,
        dwSendingFlowspecSize: DWORD,
        lpReceivingFlowspec: LPVOID,
        dwReceivingFlowspecSize: DWORD,
    ) -> LONG;
    #[asynchronous]
    pub fn lineSetCallTreatment(hCall: HCALL, dwTreatment: DWORD) -> LONG;
    pub fn lineSetCurrentLocation(hLineApp: HLINEAPP, dwLocation: DWORD) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineSetDevConfig(
        dwDeviceID: DWORD,
        lpDeviceConfig: LPVOID,
        dwSize: DWORD,
        lpszDeviceClass: LPCSTR,
    ) -> LONG;
    #[asynchronous]
    pub fn lineSetLineDevStatus(hLine: HLINE, dwStatusToChange: DWORD, fStatus: DWORD) -> LONG;
    pub fn lineSetMediaControl(
        hLine: HLINE,
        dwAddressID: DWORD,
        hCall: HCALL,
        dwSelect: DWORD,
        lpDigitList: LPLINEMEDIACONTROLDIGIT,
        dwDigitNumEntries: DWORD,
        lpMediaList: LPLINEMEDIACONTROLMEDIA,
        dwMediaNumEntries: DWORD,
        lpToneList: LPLINEMEDIACONTROLTONE,
        dwToneNumEntries: DWORD,
        lpCallStateList: LPLINEMEDIACONTROLCALLSTATE,
        dwCallStateNumEntries: DWORD,
    ) -> LONG;
    pub fn lineSetMediaMode(hCall: HCALL, dwMediaModes: DWORD) -> LONG;
    pub fn lineSetQueueMeasurementPeriod(
        hLine: HLINE,
        dwQueueID: DWORD,
        dwMeasurementPeriod: DWORD,
    ) -> LONG;
    pub fn lineSetNumRings(hLine: HLINE, dwAddressID: DWORD, dwNumRings: DWORD) -> LONG;
    pub fn lineSetStatusMessages(hLine: HLINE, dwLineStates: DWORD, dwAddressStates: DWORD)
    -> LONG;
    #[asynchronous]
    pub fn lineSetTerminal(
        hLine: HLINE,
        dwAddressID: DWORD,
        hCall: HCALL,
        dwSelect: DWORD,
        dwTerminalModes: DWORD,
        dwTerminalID: DWORD,
        bEnable: DWORD,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineSetTollList(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        lpszAddressIn: LPCSTR,
        dwTollListOption: DWORD,
    ) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn lineSetupConference(
        hCall: HCALL,
        hLine: HLINE,
        lphConfCall: LPHCALL,
        lphConsultCall: LPHCALL,
        dwNumParties: DWORD,
        lpCallParams: LPLINECALLPARAMS,
    ) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn lineSetupTransfer(
        hCall: HCALL,
        lphConsultCall: LPHCALL,
        lpCallParams: LPLINECALLPARAMS,
    ) -> LONG;
    pub fn lineShutdown(hLineApp: HLINEAPP) -> LONG;
    #[asynchronous]
    pub fn lineSwapHold(hActiveCall: HCALL, hHeldCall: HCALL) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineTranslateAddress(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAPIVersion: DWORD,
        lpszAddressIn: LPCSTR,
        dwCard: DWORD,
        dwTranslateOptions: DWORD,
        lpTranslateOutput: LPLINETRANSLATEOUTPUT,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn lineTranslateDialog(
        hLineApp: HLINEAPP,
        dwDeviceID: DWORD,
        dwAPIVersion: DWORD,
        hwndOwner: HWND,
        lpszAddressIn: LPCSTR,
    ) -> LONG;
    #[asynchronous]
    pub fn lineUncompleteCall(hLine: HLINE, dwCompletionID: DWORD) -> LONG;
    #[asynchronous]
    pub fn lineUnhold(hCall: HCALL) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn lineUnpark(
        hLine: HLINE,
        dwAddressID: DWORD,
        lphCall: LPHCALL,
        lpszDestAddress: LPCSTR,
    ) -> LONG;
    pub fn phoneClose(hPhone: HPHONE) -> LONG;
    #[forms("", "A", "W")]
    pub fn phoneConfigDialog(dwDeviceID: DWORD, hwndOwner: HWND, lpszDeviceClass: LPCSTR) -> LONG;
    #[asynchronous]
    pub fn phoneDevSpecific(hPhone: HPHONE, lpParams: LPVOID, dwSize: DWORD) -> LONG;
    #[forms("", "A", "W")]
    pub fn phoneGetButtonInfo(
        hPhone: HPHONE,
        dwButtonLampID: DWORD,
        lpButtonInfo: LPPHONEBUTTONINFO,
    ) -> LONG;
    pub fn phoneGetData(hPhone: HPHONE, dwDataID: DWORD, lpData: LPVOID, dwSize: DWORD) -> LONG;
    #[forms("", "A", "W")]
    pub fn phoneGetDevCaps(
        hPhoneApp: HPHONEAPP,
        dwDeviceID: DWORD,
        dwAPIVersion: DWORD,
        dwExtVersion: DWORD,
        lpPhoneCaps: LPPHONECAPS,
    ) -> LONG;
    pub fn phoneGetDisplay(hPhone: HPHONE, lpDisplay: LPVARSTRING) -> LONG;
    pub fn phoneGetGain(hPhone: HPHONE, dwHookSwitchDev: DWORD, lpdwGain: LPDWORD) -> LONG;
    pub fn phoneGetHookSwitch(hPhone: HPHONE, lpdwHookSwitchDevs: LPDWORD) -> LONG;
    #[forms("", "A", "W")]
    pub fn phoneGetIcon(dwDeviceID: DWORD, lpszDeviceClass: LPCSTR, lphIcon: LPHICON) -> LONG;
    #[forms("", "A", "W")]
    pub fn phoneGetID(hPhone: HPHONE, lpDeviceID: LPVARSTRING, lpszDeviceClass: LPCSTR) -> LONG;
    pub fn phoneGetLamp(hPhone: HPHONE, dwButtonLampID: DWORD, lpdwLampMode: LPDWORD) -> LONG;
    pub fn phoneGetMessage(
        hPhoneApp: HPHONEAPP,
        lpMessage: LPPHONEMESSAGE,
        dwTimeout: DWORD,
    ) -> LONG;
    pub fn phoneGetRing(hPhone: HPHONE, lpdwRingMode: LPDWORD, lpdwVolume: LPDWORD) -> LONG;
    #[forms("", "A", "W")]
    pub fn phoneGetStatus(hPhone: HPHONE, lpPhoneStatus: LPPHONESTATUS) -> LONG;
    pub fn phoneGetStatusMessages(
        hPhone: HPHONE,
        lpdwPhoneStates: LPDWORD,
        lpdwButtonModes: LPDWORD,
        lpdwButtonStates: LPDWORD,
    ) -> LONG;
    pub fn phoneGetVolume(hPhone: HPHONE, dwHookSwitchDev: DWORD, lpdwVolume: LPDWORD) -> LONG;
    pub fn phoneInitialize(
        lphPhoneApp: LPHPHONEAPP,
        hInstance: HINSTANCE,
        lpfnCallback: PHONECALLBACK,
        lpszAppName: LPCSTR,
        lpdwNumDevs: LPDWORD,
    ) -> LONG;
    #[forms("A", "W")]
    pub fn phoneInitializeEx(
        lphPhoneApp: LPHPHONEAPP,
        hInstance: HINSTANCE,
        lpfnCallback: PHONECALLBACK,
        lpszFriendlyAppName: LPCSTR,
        lpdwNumDevs: LPDWORD,
        lpdwAPIVersion: LPDWORD,
        lpPhoneInitializeExParams: LPPHONEINITIALIZEEXPARAMS,
    ) -> LONG;
    pub fn phoneNegotiateAPIVersion(
        hPhoneApp: HPHONEAPP,
        dwDeviceID: DWORD,
        dwAPILowVersion: DWORD,
        dwAPIHighVersion: DWORD,
        lpdwAPIVersion: LPDWORD,
        lpExtensionID: LPPHONEEXTENSIONID,
    ) -> LONG;
    pub fn phoneNegotiateExtVersion(
        hPhoneApp: HPHONEAPP,
        dwDeviceID: DWORD,
        dwAPIVersion: DWORD,
        dwExtLowVersion: DWORD,
        dwExtHighVersion: DWORD,
        lpdwExtVersion: LPDWORD,
    ) -> LONG;
    pub fn phoneOpen(
        hPhoneApp: HPHONEAPP,
        dwDeviceID: DWORD,
        lphPhone: LPHPHONE,
        dwAPIVersion: DWORD,
        dwExtVersion: DWORD,
        dwCallbackInstance: DWORD_PTR,
        dwPrivilege: DWORD,
    ) -> LONG;
    #[asynchronous]
    #[forms("", "A", "W")]
    pub fn phoneSetButtonInfo(
        hPhone: HPHONE,
        dwButtonLampID: DWORD,
        lpButtonInfo: LPPHONEBUTTONINFO,
    ) -> LONG;
    #[asynchronous]
    pub fn phoneSetData(hPhone: HPHONE, dwDataID: DWORD, lpData: LPVOID, dwSize: DWORD) -> LONG;
    #[asynchronous]
    pub fn phoneSetDisplay(
        hPhone: HPHONE,
        dwRow: DWORD,
        dwColumn: DWORD,
        lpsDisplay: LPCSTR,
        dwSize: DWORD,
    ) -> LONG;
    #[asynchronous]
    pub fn phoneSetGain(hPhone: HPHONE, dwHookSwitchDev: DWORD, dwGain: DWORD) -> LONG;
    #[asynchronous]
    pub fn phoneSetHookSwitch(
        hPhone: HPHONE,
        dwHookSwitchDevs: DWORD,
        dwHookSwitchMode: DWORD,
    ) -> LONG;
    #[asynchronous]
    pub fn phoneSetLamp(hPhone: HPHONE, dwButtonLampID: DWORD, dwLampMode: DWORD) -> LONG;
    #[asynchronous]
    pub fn phoneSetRing(hPhone: HPHONE, dwRingMode: DWORD, dwVolume: DWORD) -> LONG;
    pub fn phoneSetStatusMessages(
        hPhone: HPHONE,
        dwPhoneStates: DWORD,
        dwButtonModes: DWORD,
        dwButtonStates: DWORD,
    ) -> LONG;
    #[asynchronous]
    pub fn phoneSetVolume(hPhone: HPHONE, dwHookSwitchDev: DWORD, dwVolume: DWORD) -> LONG;
    pub fn phoneShutdown(hPhoneApp: HPHONEAPP) -> LONG;
    #[forms("", "A", "W")]
    pub fn tapiGetLocationInfo(lpszCountryCode: LPSTR, lpszCityCode: LPSTR) -> LONG;
    pub fn tapiRequestDrop(hwnd: HWND, wRequestID: WPARAM) -> LONG;
    #[forms("", "A", "W")]
    pub fn tapiRequestMakeCall(
        lpszDestAddress: LPCSTR,
        lpszAppName: LPCSTR,
        lpszCalledParty: LPCSTR,
        lpszComment: LPCSTR,
    ) -> LONG;
    #[forms("", "A", "W")]
    pub fn tapiRequestMediaCall(
        hwnd: HWND,
        wRequestID: WPARAM,
        lpszDeviceClass: LPCSTR,
        lpDeviceID: LPCSTR,
        dwSize: DWORD,
        dwSecure: DWORD,
        lpszDestAddress: LPCSTR,
        lpszAppName: LPCSTR,
        lpszCalledParty: LPCSTR,
        lpszComment: LPCSTR,
    ) -> LONG;
}
