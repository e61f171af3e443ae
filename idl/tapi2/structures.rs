//! The structures of TAPI 2, packed as Windows packs them. Compiled into the library as it stands
//! (`src/tapi2/abi.rs`), and made into the structures of `tapi.h`: a type whose name begins with
//! another's and a low line is written inside that one there.

use super::*;

/// LINEADDRESSCAPS; programs of older versions know less of it: before 1.4 176, before 2.0 180 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEADDRESSCAPS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwLineDeviceID: DWORD,
    pub dwAddressSize: DWORD,
    pub dwAddressOffset: DWORD,
    pub dwDevSpecificSize: DWORD,
    pub dwDevSpecificOffset: DWORD,
    pub dwAddressSharing: DWORD,
    pub dwAddressStates: DWORD,
    pub dwCallInfoStates: DWORD,
    pub dwCallerIDFlags: DWORD,
    pub dwCalledIDFlags: DWORD,
    pub dwConnectedIDFlags: DWORD,
    pub dwRedirectionIDFlags: DWORD,
    pub dwRedirectingIDFlags: DWORD,
    pub dwCallStates: DWORD,
    pub dwDialToneModes: DWORD,
    pub dwBusyModes: DWORD,
    pub dwSpecialInfo: DWORD,
    pub dwDisconnectModes: DWORD,
    pub dwMaxNumActiveCalls: DWORD,
    pub dwMaxNumOnHoldCalls: DWORD,
    pub dwMaxNumOnHoldPendingCalls: DWORD,
    pub dwMaxNumConference: DWORD,
    pub dwMaxNumTransConf: DWORD,
    pub dwAddrCapFlags: DWORD,
    pub dwCallFeatures: DWORD,
    pub dwRemoveFromConfCaps: DWORD,
    pub dwRemoveFromConfState: DWORD,
    pub dwTransferModes: DWORD,
    pub dwParkModes: DWORD,
    pub dwForwardModes: DWORD,
    pub dwMaxForwardEntries: DWORD,
    pub dwMaxSpecificEntries: DWORD,
    pub dwMinFwdNumRings: DWORD,
    pub dwMaxFwdNumRings: DWORD,
    pub dwMaxCallCompletions: DWORD,
    pub dwCallCompletionConds: DWORD,
    pub dwCallCompletionModes: DWORD,
    pub dwNumCompletionMessages: DWORD,
    pub dwCompletionMsgTextEntrySize: DWORD,
    pub dwCompletionMsgTextSize: DWORD,
    pub dwCompletionMsgTextOffset: DWORD,
    pub dwAddressFeatures: DWORD,
    pub dwPredictiveAutoTransferStates: DWORD,
    pub dwNumCallTreatments: DWORD,
    pub dwCallTreatmentListSize: DWORD,
    pub dwCallTreatmentListOffset: DWORD,
    pub dwDeviceClassesSize: DWORD,
    pub dwDeviceClassesOffset: DWORD,
    pub dwMaxCallDataSize: DWORD,
    pub dwCallFeatures2: DWORD,
    pub dwMaxNoAnswerTimeout: DWORD,
    pub dwConnectedModes: DWORD,
    pub dwOfferingModes: DWORD,
    pub dwAvailableMediaModes: DWORD,
}

/// LINEADDRESSSTATUS.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEADDRESSSTATUS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumInUse: DWORD,
    pub dwNumActiveCalls: DWORD,
    pub dwNumOnHoldCalls: DWORD,
    pub dwNumOnHoldPendCalls: DWORD,
    pub dwAddressFeatures: DWORD,
    pub dwNumRingsNoAnswer: DWORD,
    pub dwForwardNumEntries: DWORD,
    pub dwForwardSize: DWORD,
    pub dwForwardOffset: DWORD,
    pub dwTerminalModesSize: DWORD,
    pub dwTerminalModesOffset: DWORD,
    pub dwDevSpecificSize: DWORD,
    pub dwDevSpecificOffset: DWORD,
}

/// LINEAGENTACTIVITYENTRY.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTACTIVITYENTRY {
    pub dwID: DWORD,
    pub dwNameSize: DWORD,
    pub dwNameOffset: DWORD,
}

/// LINEAGENTACTIVITYLIST.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTACTIVITYLIST {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumEntries: DWORD,
    pub dwListSize: DWORD,
    pub dwListOffset: DWORD,
}

/// LINEAGENTCAPS.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTCAPS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwAgentHandlerInfoSize: DWORD,
    pub dwAgentHandlerInfoOffset: DWORD,
    pub dwCapsVersion: DWORD,
    pub dwFeatures: DWORD,
    pub dwStates: DWORD,
    pub dwNextStates: DWORD,
    pub dwMaxNumGroupEntries: DWORD,
    pub dwAgentStatusMessages: DWORD,
    pub dwNumAgentExtensionIDs: DWORD,
    pub dwAgentExtensionIDListSize: DWORD,
    pub dwAgentExtensionIDListOffset: DWORD,
    pub ProxyGUID: GUID,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTGROUPENTRY_GroupID {
    pub dwGroupID1: DWORD,
    pub dwGroupID2: DWORD,
    pub dwGroupID3: DWORD,
    pub dwGroupID4: DWORD,
}

/// LINEAGENTGROUPENTRY.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTGROUPENTRY {
    pub GroupID: LINEAGENTGROUPENTRY_GroupID,
    pub dwNameSize: DWORD,
    pub dwNameOffset: DWORD,
}

/// LINEAGENTGROUPLIST.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTGROUPLIST {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumEntries: DWORD,
    pub dwListSize: DWORD,
    pub dwListOffset: DWORD,
}

/// LINEAGENTSTATUS.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTSTATUS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumEntries: DWORD,
    pub dwGroupListSize: DWORD,
    pub dwGroupListOffset: DWORD,
    pub dwState: DWORD,
    pub dwNextState: DWORD,
    pub dwActivityID: DWORD,
    pub dwActivitySize: DWORD,
    pub dwActivityOffset: DWORD,
    pub dwAgentFeatures: DWORD,
    pub dwValidStates: DWORD,
    pub dwValidNextStates: DWORD,
}

/// LINEAPPINFO.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAPPINFO {
    pub dwMachineNameSize: DWORD,
    pub dwMachineNameOffset: DWORD,
    pub dwUserNameSize: DWORD,
    pub dwUserNameOffset: DWORD,
    pub dwModuleFilenameSize: DWORD,
    pub dwModuleFilenameOffset: DWORD,
    pub dwFriendlyNameSize: DWORD,
    pub dwFriendlyNameOffset: DWORD,
    pub dwMediaModes: DWORD,
    pub dwAddressID: DWORD,
}

/// LINEAGENTENTRY.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTENTRY {
    pub hAgent: HAGENT,
    pub dwNameSize: DWORD,
    pub dwNameOffset: DWORD,
    pub dwIDSize: DWORD,
    pub dwIDOffset: DWORD,
    pub dwPINSize: DWORD,
    pub dwPINOffset: DWORD,
}

/// LINEAGENTLIST.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTLIST {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumEntries: DWORD,
    pub dwListSize: DWORD,
    pub dwListOffset: DWORD,
}

/// LINEAGENTINFO.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTINFO {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwAgentState: DWORD,
    pub dwNextAgentState: DWORD,
    pub dwMeasurementPeriod: DWORD,
    pub cyOverallCallRate: CURRENCY,
    pub dwNumberOfACDCalls: DWORD,
    pub dwNumberOfIncomingCalls: DWORD,
    pub dwNumberOfOutgoingCalls: DWORD,
    pub dwTotalACDTalkTime: DWORD,
    pub dwTotalACDCallTime: DWORD,
    pub dwTotalACDWrapUpTime: DWORD,
}

/// LINEAGENTSESSIONENTRY.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTSESSIONENTRY {
    pub hAgentSession: HAGENTSESSION,
    pub hAgent: HAGENT,
    pub GroupID: GUID,
    pub dwWorkingAddressID: DWORD,
}

/// LINEAGENTSESSIONLIST.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTSESSIONLIST {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumEntries: DWORD,
    pub dwListSize: DWORD,
    pub dwListOffset: DWORD,
}

/// LINEAGENTSESSIONINFO.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEAGENTSESSIONINFO {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwAgentSessionState: DWORD,
    pub dwNextAgentSessionState: DWORD,
    pub dateSessionStartTime: DATE,
    pub dwSessionDuration: DWORD,
    pub dwNumberOfCalls: DWORD,
    pub dwTotalTalkTime: DWORD,
    pub dwAverageTalkTime: DWORD,
    pub dwTotalCallTime: DWORD,
    pub dwAverageCallTime: DWORD,
    pub dwTotalWrapUpTime: DWORD,
    pub dwAverageWrapUpTime: DWORD,
    pub cyACDCallRate: CURRENCY,
    pub dwLongestTimeToAnswer: DWORD,
    pub dwAverageTimeToAnswer: DWORD,
}

/// LINEQUEUEENTRY.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEQUEUEENTRY {
    pub dwQueueID: DWORD,
    pub dwNameSize: DWORD,
    pub dwNameOffset: DWORD,
}

/// LINEQUEUELIST.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEQUEUELIST {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumEntries: DWORD,
    pub dwListSize: DWORD,
    pub dwListOffset: DWORD,
}

/// LINEQUEUEINFO.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEQUEUEINFO {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwMeasurementPeriod: DWORD,
    pub dwTotalCallsQueued: DWORD,
    pub dwCurrentCallsQueued: DWORD,
    pub dwTotalCallsAbandoned: DWORD,
    pub dwTotalCallsFlowedIn: DWORD,
    pub dwTotalCallsFlowedOut: DWORD,
    pub dwLongestEverWaitTime: DWORD,
    pub dwCurrentLongestWaitTime: DWORD,
    pub dwAverageWaitTime: DWORD,
    pub dwFinalDisposition: DWORD,
}

/// LINEPROXYREQUESTLIST.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUESTLIST {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumEntries: DWORD,
    pub dwListSize: DWORD,
    pub dwListOffset: DWORD,
}

/// LINECALLHUBTRACKINGINFO.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINECALLHUBTRACKINGINFO {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwAvailableTracking: DWORD,
    pub dwCurrentTracking: DWORD,
}

/// LINEDIALPARAMS.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEDIALPARAMS {
    pub dwDialPause: DWORD,
    pub dwDialSpeed: DWORD,
    pub dwDigitDuration: DWORD,
    pub dwWaitForDialtone: DWORD,
}

/// LINECALLINFO; programs of older versions know less of it: before 2.0 296, before 3.0 324 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINECALLINFO {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub hLine: HLINE,
    pub dwLineDeviceID: DWORD,
    pub dwAddressID: DWORD,
    pub dwBearerMode: DWORD,
    pub dwRate: DWORD,
    pub dwMediaMode: DWORD,
    pub dwAppSpecific: DWORD,
    pub dwCallID: DWORD,
    pub dwRelatedCallID: DWORD,
    pub dwCallParamFlags: DWORD,
    pub dwCallStates: DWORD,
    pub dwMonitorDigitModes: DWORD,
    pub dwMonitorMediaModes: DWORD,
    pub DialParams: LINEDIALPARAMS,
    pub dwOrigin: DWORD,
    pub dwReason: DWORD,
    pub dwCompletionID: DWORD,
    pub dwNumOwners: DWORD,
    pub dwNumMonitors: DWORD,
    pub dwCountryCode: DWORD,
    pub dwTrunk: DWORD,
    pub dwCallerIDFlags: DWORD,
    pub dwCallerIDSize: DWORD,
    pub dwCallerIDOffset: DWORD,
    pub dwCallerIDNameSize: DWORD,
    pub dwCallerIDNameOffset: DWORD,
    pub dwCalledIDFlags: DWORD,
    pub dwCalledIDSize: DWORD,
    pub dwCalledIDOffset: DWORD,
    pub dwCalledIDNameSize: DWORD,
    pub dwCalledIDNameOffset: DWORD,
    pub dwConnectedIDFlags: DWORD,
    pub dwConnectedIDSize: DWORD,
    pub dwConnectedIDOffset: DWORD,
    pub dwConnectedIDNameSize: DWORD,
    pub dwConnectedIDNameOffset: DWORD,
    pub dwRedirectionIDFlags: DWORD,
    pub dwRedirectionIDSize: DWORD,
    pub dwRedirectionIDOffset: DWORD,
    pub dwRedirectionIDNameSize: DWORD,
    pub dwRedirectionIDNameOffset: DWORD,
    pub dwRedirectingIDFlags: DWORD,
    pub dwRedirectingIDSize: DWORD,
    pub dwRedirectingIDOffset: DWORD,
    pub dwRedirectingIDNameSize: DWORD,
    pub dwRedirectingIDNameOffset: DWORD,
    pub dwAppNameSize: DWORD,
    pub dwAppNameOffset: DWORD,
    pub dwDisplayableAddressSize: DWORD,
    pub dwDisplayableAddressOffset: DWORD,
    pub dwCalledPartySize: DWORD,
    pub dwCalledPartyOffset: DWORD,
    pub dwCommentSize: DWORD,
    pub dwCommentOffset: DWORD,
    pub dwDisplaySize: DWORD,
    pub dwDisplayOffset: DWORD,
    pub dwUserUserInfoSize: DWORD,
    pub dwUserUserInfoOffset: DWORD,
    pub dwHighLevelCompSize: DWORD,
    pub dwHighLevelCompOffset: DWORD,
    pub dwLowLevelCompSize: DWORD,
    pub dwLowLevelCompOffset: DWORD,
    pub dwChargingInfoSize: DWORD,
    pub dwChargingInfoOffset: DWORD,
    pub dwTerminalModesSize: DWORD,
    pub dwTerminalModesOffset: DWORD,
    pub dwDevSpecificSize: DWORD,
    pub dwDevSpecificOffset: DWORD,
    pub dwCallTreatment: DWORD,
    pub dwCallDataSize: DWORD,
    pub dwCallDataOffset: DWORD,
    pub dwSendingFlowspecSize: DWORD,
    pub dwSendingFlowspecOffset: DWORD,
    pub dwReceivingFlowspecSize: DWORD,
    pub dwReceivingFlowspecOffset: DWORD,
    pub dwCallerIDAddressType: DWORD,
    pub dwCalledIDAddressType: DWORD,
    pub dwConnectedIDAddressType: DWORD,
    pub dwRedirectionIDAddressType: DWORD,
    pub dwRedirectingIDAddressType: DWORD,
}

/// LINECALLLIST.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINECALLLIST {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwCallsNumEntries: DWORD,
    pub dwCallsSize: DWORD,
    pub dwCallsOffset: DWORD,
}

/// LINECALLPARAMS; programs of older versions know less of it: before 2.0 112, before 3.0 176 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINECALLPARAMS {
    pub dwTotalSize: DWORD,
    pub dwBearerMode: DWORD,
    pub dwMinRate: DWORD,
    pub dwMaxRate: DWORD,
    pub dwMediaMode: DWORD,
    pub dwCallParamFlags: DWORD,
    pub dwAddressMode: DWORD,
    pub dwAddressID: DWORD,
    pub DialParams: LINEDIALPARAMS,
    pub dwOrigAddressSize: DWORD,
    pub dwOrigAddressOffset: DWORD,
    pub dwDisplayableAddressSize: DWORD,
    pub dwDisplayableAddressOffset: DWORD,
    pub dwCalledPartySize: DWORD,
    pub dwCalledPartyOffset: DWORD,
    pub dwCommentSize: DWORD,
    pub dwCommentOffset: DWORD,
    pub dwUserUserInfoSize: DWORD,
    pub dwUserUserInfoOffset: DWORD,
    pub dwHighLevelCompSize: DWORD,
    pub dwHighLevelCompOffset: DWORD,
    pub dwLowLevelCompSize: DWORD,
    pub dwLowLevelCompOffset: DWORD,
    pub dwDevSpecificSize: DWORD,
    pub dwDevSpecificOffset: DWORD,
    pub dwPredictiveAutoTransferStates: DWORD,
    pub dwTargetAddressSize: DWORD,
    pub dwTargetAddressOffset: DWORD,
    pub dwSendingFlowspecSize: DWORD,
    pub dwSendingFlowspecOffset: DWORD,
    pub dwReceivingFlowspecSize: DWORD,
    pub dwReceivingFlowspecOffset: DWORD,
    pub dwDeviceClassSize: DWORD,
    pub dwDeviceClassOffset: DWORD,
    pub dwDeviceConfigSize: DWORD,
    pub dwDeviceConfigOffset: DWORD,
    pub dwCallDataSize: DWORD,
    pub dwCallDataOffset: DWORD,
    pub dwNoAnswerTimeout: DWORD,
    pub dwCallingPartyIDSize: DWORD,
    pub dwCallingPartyIDOffset: DWORD,
    pub dwAddressType: DWORD,
}

/// LINECALLSTATUS; programs of older versions know less of it: before 2.0 36 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINECALLSTATUS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwCallState: DWORD,
    pub dwCallStateMode: DWORD,
    pub dwCallPrivilege: DWORD,
    pub dwCallFeatures: DWORD,
    pub dwDevSpecificSize: DWORD,
    pub dwDevSpecificOffset: DWORD,
    pub dwCallFeatures2: DWORD,
    pub tStateEntryTime: SYSTEMTIME,
}

/// LINECALLTREATMENTENTRY.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINECALLTREATMENTENTRY {
    pub dwCallTreatmentID: DWORD,
    pub dwCallTreatmentNameSize: DWORD,
    pub dwCallTreatmentNameOffset: DWORD,
}

/// LINECARDENTRY; programs of older versions know less of it: before 1.4 12 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINECARDENTRY {
    pub dwPermanentCardID: DWORD,
    pub dwCardNameSize: DWORD,
    pub dwCardNameOffset: DWORD,
    pub dwCardNumberDigits: DWORD,
    pub dwSameAreaRuleSize: DWORD,
    pub dwSameAreaRuleOffset: DWORD,
    pub dwLongDistanceRuleSize: DWORD,
    pub dwLongDistanceRuleOffset: DWORD,
    pub dwInternationalRuleSize: DWORD,
    pub dwInternationalRuleOffset: DWORD,
    pub dwOptions: DWORD,
}

/// LINECOUNTRYENTRY.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINECOUNTRYENTRY {
    pub dwCountryID: DWORD,
    pub dwCountryCode: DWORD,
    pub dwNextCountryID: DWORD,
    pub dwCountryNameSize: DWORD,
    pub dwCountryNameOffset: DWORD,
    pub dwSameAreaRuleSize: DWORD,
    pub dwSameAreaRuleOffset: DWORD,
    pub dwLongDistanceRuleSize: DWORD,
    pub dwLongDistanceRuleOffset: DWORD,
    pub dwInternationalRuleSize: DWORD,
    pub dwInternationalRuleOffset: DWORD,
}

/// LINECOUNTRYLIST.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINECOUNTRYLIST {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumCountries: DWORD,
    pub dwCountryListSize: DWORD,
    pub dwCountryListOffset: DWORD,
}

/// LINEDEVCAPS; programs of older versions know less of it: before 1.4 236, before 2.0 240, before 2.2 252, before 3.0 268 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEDEVCAPS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwProviderInfoSize: DWORD,
    pub dwProviderInfoOffset: DWORD,
    pub dwSwitchInfoSize: DWORD,
    pub dwSwitchInfoOffset: DWORD,
    pub dwPermanentLineID: DWORD,
    pub dwLineNameSize: DWORD,
    pub dwLineNameOffset: DWORD,
    pub dwStringFormat: DWORD,
    pub dwAddressModes: DWORD,
    pub dwNumAddresses: DWORD,
    pub dwBearerModes: DWORD,
    pub dwMaxRate: DWORD,
    pub dwMediaModes: DWORD,
    pub dwGenerateToneModes: DWORD,
    pub dwGenerateToneMaxNumFreq: DWORD,
    pub dwGenerateDigitModes: DWORD,
    pub dwMonitorToneMaxNumFreq: DWORD,
    pub dwMonitorToneMaxNumEntries: DWORD,
    pub dwMonitorDigitModes: DWORD,
    pub dwGatherDigitsMinTimeout: DWORD,
    pub dwGatherDigitsMaxTimeout: DWORD,
    pub dwMedCtlDigitMaxListSize: DWORD,
    pub dwMedCtlMediaMaxListSize: DWORD,
    pub dwMedCtlToneMaxListSize: DWORD,
    pub dwMedCtlCallStateMaxListSize: DWORD,
    pub dwDevCapFlags: DWORD,
    pub dwMaxNumActiveCalls: DWORD,
    pub dwAnswerMode: DWORD,
    pub dwRingModes: DWORD,
    pub dwLineStates: DWORD,
    pub dwUUIAcceptSize: DWORD,
    pub dwUUIAnswerSize: DWORD,
    pub dwUUIMakeCallSize: DWORD,
    pub dwUUIDropSize: DWORD,
    pub dwUUISendUserUserInfoSize: DWORD,
    pub dwUUICallInfoSize: DWORD,
    pub MinDialParams: LINEDIALPARAMS,
    pub MaxDialParams: LINEDIALPARAMS,
    pub DefaultDialParams: LINEDIALPARAMS,
    pub dwNumTerminals: DWORD,
    pub dwTerminalCapsSize: DWORD,
    pub dwTerminalCapsOffset: DWORD,
    pub dwTerminalTextEntrySize: DWORD,
    pub dwTerminalTextSize: DWORD,
    pub dwTerminalTextOffset: DWORD,
    pub dwDevSpecificSize: DWORD,
    pub dwDevSpecificOffset: DWORD,
    pub dwLineFeatures: DWORD,
    pub dwSettableDevStatus: DWORD,
    pub dwDeviceClassesSize: DWORD,
    pub dwDeviceClassesOffset: DWORD,
    pub PermanentLineGuid: GUID,
    pub dwAddressTypes: DWORD,
    pub ProtocolGuid: GUID,
    pub dwAvailableTracking: DWORD,
}

/// LINEDEVSTATUS; programs of older versions know less of it: before 2.0 76 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEDEVSTATUS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumOpens: DWORD,
    pub dwOpenMediaModes: DWORD,
    pub dwNumActiveCalls: DWORD,
    pub dwNumOnHoldCalls: DWORD,
    pub dwNumOnHoldPendCalls: DWORD,
    pub dwLineFeatures: DWORD,
    pub dwNumCallCompletions: DWORD,
    pub dwRingMode: DWORD,
    pub dwSignalLevel: DWORD,
    pub dwBatteryLevel: DWORD,
    pub dwRoamMode: DWORD,
    pub dwDevStatusFlags: DWORD,
    pub dwTerminalModesSize: DWORD,
    pub dwTerminalModesOffset: DWORD,
    pub dwDevSpecificSize: DWORD,
    pub dwDevSpecificOffset: DWORD,
    pub dwAvailableMediaModes: DWORD,
    pub dwAppInfoSize: DWORD,
    pub dwAppInfoOffset: DWORD,
}

/// LINEEXTENSIONID.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEEXTENSIONID {
    pub dwExtensionID0: DWORD,
    pub dwExtensionID1: DWORD,
    pub dwExtensionID2: DWORD,
    pub dwExtensionID3: DWORD,
}

/// LINEFORWARD; programs of older versions know less of it: before 3.1 24 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEFORWARD {
    pub dwForwardMode: DWORD,
    pub dwCallerAddressSize: DWORD,
    pub dwCallerAddressOffset: DWORD,
    pub dwDestCountryCode: DWORD,
    pub dwDestAddressSize: DWORD,
    pub dwDestAddressOffset: DWORD,
    pub dwCallerAddressType: DWORD,
    pub dwDestAddressType: DWORD,
}

/// LINEFORWARDLIST.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEFORWARDLIST {
    pub dwTotalSize: DWORD,
    pub dwNumEntries: DWORD,
    pub ForwardList: [LINEFORWARD; 1],
}

/// LINEGENERATETONE.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEGENERATETONE {
    pub dwFrequency: DWORD,
    pub dwCadenceOn: DWORD,
    pub dwCadenceOff: DWORD,
    pub dwVolume: DWORD,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub union LINEINITIALIZEEXPARAMS_Handles {
    pub hEvent: HANDLE,
    pub hCompletionPort: HANDLE,
}

/// LINEINITIALIZEEXPARAMS.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEINITIALIZEEXPARAMS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwOptions: DWORD,
    pub Handles: LINEINITIALIZEEXPARAMS_Handles,
    pub dwCompletionKey: DWORD,
}

/// LINELOCATIONENTRY; programs of older versions know less of it: before 1.4 28 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINELOCATIONENTRY {
    pub dwPermanentLocationID: DWORD,
    pub dwLocationNameSize: DWORD,
    pub dwLocationNameOffset: DWORD,
    pub dwCountryCode: DWORD,
    pub dwCityCodeSize: DWORD,
    pub dwCityCodeOffset: DWORD,
    pub dwPreferredCardID: DWORD,
    pub dwLocalAccessCodeSize: DWORD,
    pub dwLocalAccessCodeOffset: DWORD,
    pub dwLongDistanceAccessCodeSize: DWORD,
    pub dwLongDistanceAccessCodeOffset: DWORD,
    pub dwTollPrefixListSize: DWORD,
    pub dwTollPrefixListOffset: DWORD,
    pub dwCountryID: DWORD,
    pub dwOptions: DWORD,
    pub dwCancelCallWaitingSize: DWORD,
    pub dwCancelCallWaitingOffset: DWORD,
}

/// LINEMEDIACONTROLCALLSTATE.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEMEDIACONTROLCALLSTATE {
    pub dwCallStates: DWORD,
    pub dwMediaControl: DWORD,
}

/// LINEMEDIACONTROLDIGIT.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEMEDIACONTROLDIGIT {
    pub dwDigit: DWORD,
    pub dwDigitModes: DWORD,
    pub dwMediaControl: DWORD,
}

/// LINEMEDIACONTROLMEDIA.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEMEDIACONTROLMEDIA {
    pub dwMediaModes: DWORD,
    pub dwDuration: DWORD,
    pub dwMediaControl: DWORD,
}

/// LINEMEDIACONTROLTONE.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEMEDIACONTROLTONE {
    pub dwAppSpecific: DWORD,
    pub dwDuration: DWORD,
    pub dwFrequency1: DWORD,
    pub dwFrequency2: DWORD,
    pub dwFrequency3: DWORD,
    pub dwMediaControl: DWORD,
}

/// LINEMESSAGE.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEMESSAGE {
    pub hDevice: DWORD,
    pub dwMessageID: DWORD,
    pub dwCallbackInstance: DWORD_PTR,
    pub dwParam1: DWORD_PTR,
    pub dwParam2: DWORD_PTR,
    pub dwParam3: DWORD_PTR,
}

/// LINEMONITORTONE.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEMONITORTONE {
    pub dwAppSpecific: DWORD,
    pub dwDuration: DWORD,
    pub dwFrequency1: DWORD,
    pub dwFrequency2: DWORD,
    pub dwFrequency3: DWORD,
}

/// LINEPROVIDERENTRY.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROVIDERENTRY {
    pub dwPermanentProviderID: DWORD,
    pub dwProviderFilenameSize: DWORD,
    pub dwProviderFilenameOffset: DWORD,
}

/// LINEPROVIDERLIST.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROVIDERLIST {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumProviders: DWORD,
    pub dwProviderListSize: DWORD,
    pub dwProviderListOffset: DWORD,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_SetAgentGroup {
    pub dwAddressID: DWORD,
    pub GroupList: LINEAGENTGROUPLIST,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_SetAgentState {
    pub dwAddressID: DWORD,
    pub dwAgentState: DWORD,
    pub dwNextAgentState: DWORD,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_SetAgentActivity {
    pub dwAddressID: DWORD,
    pub dwActivityID: DWORD,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_GetAgentCaps {
    pub dwAddressID: DWORD,
    pub AgentCaps: LINEAGENTCAPS,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_GetAgentStatus {
    pub dwAddressID: DWORD,
    pub AgentStatus: LINEAGENTSTATUS,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_AgentSpecific {
    pub dwAddressID: DWORD,
    pub dwAgentExtensionIDIndex: DWORD,
    pub dwSize: DWORD,
    pub Params: [BYTE; 1],
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_GetAgentActivityList {
    pub dwAddressID: DWORD,
    pub ActivityList: LINEAGENTACTIVITYLIST,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_GetAgentGroupList {
    pub dwAddressID: DWORD,
    pub GroupList: LINEAGENTGROUPLIST,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_CreateAgent {
    pub hAgent: HAGENT,
    pub dwAgentIDSize: DWORD,
    pub dwAgentIDOffset: DWORD,
    pub dwAgentPINSize: DWORD,
    pub dwAgentPINOffset: DWORD,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_SetAgentStateEx {
    pub hAgent: HAGENT,
    pub dwAgentState: DWORD,
    pub dwNextAgentState: DWORD,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_SetAgentMeasurementPeriod {
    pub hAgent: HAGENT,
    pub dwMeasurementPeriod: DWORD,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_GetAgentInfo {
    pub hAgent: HAGENT,
    pub AgentInfo: LINEAGENTINFO,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_CreateAgentSession {
    pub hAgentSession: HAGENTSESSION,
    pub dwAgentPINSize: DWORD,
    pub dwAgentPINOffset: DWORD,
    pub hAgent: HAGENT,
    pub GroupID: GUID,
    pub dwWorkingAddressID: DWORD,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_GetAgentSessionList {
    pub hAgent: HAGENT,
    pub SessionList: LINEAGENTSESSIONLIST,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_GetAgentSessionInfo {
    pub hAgentSession: HAGENTSESSION,
    pub SessionInfo: LINEAGENTSESSIONINFO,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_SetAgentSessionState {
    pub hAgentSession: HAGENTSESSION,
    pub dwAgentSessionState: DWORD,
    pub dwNextAgentSessionState: DWORD,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_GetQueueList {
    pub GroupID: GUID,
    pub QueueList: LINEQUEUELIST,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_SetQueueMeasurementPeriod {
    pub dwQueueID: DWORD,
    pub dwMeasurementPeriod: DWORD,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_GetQueueInfo {
    pub dwQueueID: DWORD,
    pub QueueInfo: LINEQUEUEINFO,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST_anonymous_GetGroupList {
    pub GroupList: LINEAGENTGROUPLIST,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub union LINEPROXYREQUEST_anonymous {
    pub SetAgentGroup: LINEPROXYREQUEST_anonymous_SetAgentGroup,
    pub SetAgentState: LINEPROXYREQUEST_anonymous_SetAgentState,
    pub SetAgentActivity: LINEPROXYREQUEST_anonymous_SetAgentActivity,
    pub GetAgentCaps: LINEPROXYREQUEST_anonymous_GetAgentCaps,
    pub GetAgentStatus: LINEPROXYREQUEST_anonymous_GetAgentStatus,
    pub AgentSpecific: LINEPROXYREQUEST_anonymous_AgentSpecific,
    pub GetAgentActivityList: LINEPROXYREQUEST_anonymous_GetAgentActivityList,
    pub GetAgentGroupList: LINEPROXYREQUEST_anonymous_GetAgentGroupList,
    pub CreateAgent: LINEPROXYREQUEST_anonymous_CreateAgent,
    pub SetAgentStateEx: LINEPROXYREQUEST_anonymous_SetAgentStateEx,
    pub SetAgentMeasurementPeriod: LINEPROXYREQUEST_anonymous_SetAgentMeasurementPeriod,
    pub GetAgentInfo: LINEPROXYREQUEST_anonymous_GetAgentInfo,
    pub CreateAgentSession: LINEPROXYREQUEST_anonymous_CreateAgentSession,
    pub GetAgentSessionList: LINEPROXYREQUEST_anonymous_GetAgentSessionList,
    pub GetAgentSessionInfo: LINEPROXYREQUEST_anonymous_GetAgentSessionInfo,
    pub SetAgentSessionState: LINEPROXYREQUEST_anonymous_SetAgentSessionState,
    pub GetQueueList: LINEPROXYREQUEST_anonymous_GetQueueList,
    pub SetQueueMeasurementPeriod: LINEPROXYREQUEST_anonymous_SetQueueMeasurementPeriod,
    pub GetQueueInfo: LINEPROXYREQUEST_anonymous_GetQueueInfo,
    pub GetGroupList: LINEPROXYREQUEST_anonymous_GetGroupList,
}

/// LINEPROXYREQUEST.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEPROXYREQUEST {
    pub dwSize: DWORD,
    pub dwClientMachineNameSize: DWORD,
    pub dwClientMachineNameOffset: DWORD,
    pub dwClientUserNameSize: DWORD,
    pub dwClientUserNameOffset: DWORD,
    pub dwClientAppAPIVersion: DWORD,
    pub dwRequestType: DWORD,
    pub anonymous: LINEPROXYREQUEST_anonymous,
}

/// LINEREQMAKECALL.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEREQMAKECALL {
    pub szDestAddress: [CHAR; 80],
    pub szAppName: [CHAR; 40],
    pub szCalledParty: [CHAR; 40],
    pub szComment: [CHAR; 80],
}

/// LINEREQMAKECALLW.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEREQMAKECALLW {
    pub szDestAddress: [WCHAR; 80],
    pub szAppName: [WCHAR; 40],
    pub szCalledParty: [WCHAR; 40],
    pub szComment: [WCHAR; 80],
}

/// LINEREQMEDIACALL.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEREQMEDIACALL {
    pub hWnd: HWND,
    pub wRequestID: WPARAM,
    pub szDeviceClass: [CHAR; 40],
    pub ucDeviceID: [BYTE; 40],
    pub dwSize: DWORD,
    pub dwSecure: DWORD,
    pub szDestAddress: [CHAR; 80],
    pub szAppName: [CHAR; 40],
    pub szCalledParty: [CHAR; 40],
    pub szComment: [CHAR; 80],
}

/// LINEREQMEDIACALLW.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINEREQMEDIACALLW {
    pub hWnd: HWND,
    pub wRequestID: WPARAM,
    pub szDeviceClass: [WCHAR; 40],
    pub ucDeviceID: [BYTE; 40],
    pub dwSize: DWORD,
    pub dwSecure: DWORD,
    pub szDestAddress: [WCHAR; 80],
    pub szAppName: [WCHAR; 40],
    pub szCalledParty: [WCHAR; 40],
    pub szComment: [WCHAR; 80],
}

/// LINETERMCAPS.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINETERMCAPS {
    pub dwTermDev: DWORD,
    pub dwTermModes: DWORD,
    pub dwTermSharing: DWORD,
}

/// LINETRANSLATECAPS.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINETRANSLATECAPS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwNumLocations: DWORD,
    pub dwLocationListSize: DWORD,
    pub dwLocationListOffset: DWORD,
    pub dwCurrentLocationID: DWORD,
    pub dwNumCards: DWORD,
    pub dwCardListSize: DWORD,
    pub dwCardListOffset: DWORD,
    pub dwCurrentPreferredCardID: DWORD,
}

/// LINETRANSLATEOUTPUT.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct LINETRANSLATEOUTPUT {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwDialableStringSize: DWORD,
    pub dwDialableStringOffset: DWORD,
    pub dwDisplayableStringSize: DWORD,
    pub dwDisplayableStringOffset: DWORD,
    pub dwCurrentCountry: DWORD,
    pub dwDestCountry: DWORD,
    pub dwTranslateResults: DWORD,
}

/// PHONEBUTTONINFO; programs of older versions know less of it: before 1.4 36 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct PHONEBUTTONINFO {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwButtonMode: DWORD,
    pub dwButtonFunction: DWORD,
    pub dwButtonTextSize: DWORD,
    pub dwButtonTextOffset: DWORD,
    pub dwDevSpecificSize: DWORD,
    pub dwDevSpecificOffset: DWORD,
    pub dwButtonState: DWORD,
}

/// PHONECAPS; programs of older versions know less of it: before 2.0 144, before 2.2 180 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct PHONECAPS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwProviderInfoSize: DWORD,
    pub dwProviderInfoOffset: DWORD,
    pub dwPhoneInfoSize: DWORD,
    pub dwPhoneInfoOffset: DWORD,
    pub dwPermanentPhoneID: DWORD,
    pub dwPhoneNameSize: DWORD,
    pub dwPhoneNameOffset: DWORD,
    pub dwStringFormat: DWORD,
    pub dwPhoneStates: DWORD,
    pub dwHookSwitchDevs: DWORD,
    pub dwHandsetHookSwitchModes: DWORD,
    pub dwSpeakerHookSwitchModes: DWORD,
    pub dwHeadsetHookSwitchModes: DWORD,
    pub dwVolumeFlags: DWORD,
    pub dwGainFlags: DWORD,
    pub dwDisplayNumRows: DWORD,
    pub dwDisplayNumColumns: DWORD,
    pub dwNumRingModes: DWORD,
    pub dwNumButtonLamps: DWORD,
    pub dwButtonModesSize: DWORD,
    pub dwButtonModesOffset: DWORD,
    pub dwButtonFunctionsSize: DWORD,
    pub dwButtonFunctionsOffset: DWORD,
    pub dwLampModesSize: DWORD,
    pub dwLampModesOffset: DWORD,
    pub dwNumSetData: DWORD,
    pub dwSetDataSize: DWORD,
    pub dwSetDataOffset: DWORD,
    pub dwNumGetData: DWORD,
    pub dwGetDataSize: DWORD,
    pub dwGetDataOffset: DWORD,
    pub dwDevSpecificSize: DWORD,
    pub dwDevSpecificOffset: DWORD,
    pub dwDeviceClassesSize: DWORD,
    pub dwDeviceClassesOffset: DWORD,
    pub dwPhoneFeatures: DWORD,
    pub dwSettableHandsetHookSwitchModes: DWORD,
    pub dwSettableSpeakerHookSwitchModes: DWORD,
    pub dwSettableHeadsetHookSwitchModes: DWORD,
    pub dwMonitoredHandsetHookSwitchModes: DWORD,
    pub dwMonitoredSpeakerHookSwitchModes: DWORD,
    pub dwMonitoredHeadsetHookSwitchModes: DWORD,
    pub PermanentPhoneGuid: GUID,
}

/// PHONEEXTENSIONID.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct PHONEEXTENSIONID {
    pub dwExtensionID0: DWORD,
    pub dwExtensionID1: DWORD,
    pub dwExtensionID2: DWORD,
    pub dwExtensionID3: DWORD,
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
pub union PHONEINITIALIZEEXPARAMS_Handles {
    pub hEvent: HANDLE,
    pub hCompletionPort: HANDLE,
}

/// PHONEINITIALIZEEXPARAMS.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct PHONEINITIALIZEEXPARAMS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwOptions: DWORD,
    pub Handles: PHONEINITIALIZEEXPARAMS_Handles,
    pub dwCompletionKey: DWORD,
}

/// PHONEMESSAGE.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct PHONEMESSAGE {
    pub hDevice: DWORD,
    pub dwMessageID: DWORD,
    pub dwCallbackInstance: DWORD_PTR,
    pub dwParam1: DWORD_PTR,
    pub dwParam2: DWORD_PTR,
    pub dwParam3: DWORD_PTR,
}

/// PHONESTATUS; programs of older versions know less of it: before 2.0 100 bytes.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct PHONESTATUS {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwStatusFlags: DWORD,
    pub dwNumOwners: DWORD,
    pub dwNumMonitors: DWORD,
    pub dwRingMode: DWORD,
    pub dwRingVolume: DWORD,
    pub dwHandsetHookSwitchMode: DWORD,
    pub dwHandsetVolume: DWORD,
    pub dwHandsetGain: DWORD,
    pub dwSpeakerHookSwitchMode: DWORD,
    pub dwSpeakerVolume: DWORD,
    pub dwSpeakerGain: DWORD,
    pub dwHeadsetHookSwitchMode: DWORD,
    pub dwHeadsetVolume: DWORD,
    pub dwHeadsetGain: DWORD,
    pub dwDisplaySize: DWORD,
    pub dwDisplayOffset: DWORD,
    pub dwLampModesSize: DWORD,
    pub dwLampModesOffset: DWORD,
    pub dwOwnerNameSize: DWORD,
    pub dwOwnerNameOffset: DWORD,
    pub dwDevSpecificSize: DWORD,
    pub dwDevSpecificOffset: DWORD,
    pub dwPhoneFeatures: DWORD,
}

/// VARSTRING.
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct VARSTRING {
    pub dwTotalSize: DWORD,
    pub dwNeededSize: DWORD,
    pub dwUsedSize: DWORD,
    pub dwStringFormat: DWORD,
    pub dwStringSize: DWORD,
    pub dwStringOffset: DWORD,
}
