//! Agents, groups and queues: there are none.

use super::ignoring;
use crate::tapi2::abi::*;
use crate::tapi2::unavailable;
use core::ffi::{c_char, c_void};

#[unsafe(no_mangle)]
pub extern "C" fn lineAgentSpecific(
    hLine: HLINE,
    dwAddressID: DWORD,
    dwAgentExtensionIDIndex: DWORD,
    lpParams: *mut c_void,
    dwSize: DWORD,
) -> LONG {
    ignoring(
        (dwAddressID, dwAgentExtensionIDIndex, lpParams, dwSize),
        || unavailable::of_line(hLine),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineCreateAgentA(
    hLine: HLINE,
    lpszAgentID: *mut c_char,
    lpszAgentPIN: *mut c_char,
    lphAgent: *mut HAGENT,
) -> LONG {
    ignoring((lpszAgentID, lpszAgentPIN, lphAgent), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineCreateAgentW(
    hLine: HLINE,
    lpszAgentID: *mut u16,
    lpszAgentPIN: *mut u16,
    lphAgent: *mut HAGENT,
) -> LONG {
    ignoring((lpszAgentID, lpszAgentPIN, lphAgent), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineCreateAgentSessionA(
    hLine: HLINE,
    hAgent: HAGENT,
    lpszAgentPIN: *mut c_char,
    dwWorkingAddressID: DWORD,
    lpGroupID: *mut GUID,
    lphAgentSession: *mut HAGENTSESSION,
) -> LONG {
    ignoring(
        (
            hAgent,
            lpszAgentPIN,
            dwWorkingAddressID,
            lpGroupID,
            lphAgentSession,
        ),
        || unavailable::of_line(hLine),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineCreateAgentSessionW(
    hLine: HLINE,
    hAgent: HAGENT,
    lpszAgentPIN: *mut u16,
    dwWorkingAddressID: DWORD,
    lpGroupID: *mut GUID,
    lphAgentSession: *mut HAGENTSESSION,
) -> LONG {
    ignoring(
        (
            hAgent,
            lpszAgentPIN,
            dwWorkingAddressID,
            lpGroupID,
            lphAgentSession,
        ),
        || unavailable::of_line(hLine),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetAgentActivityListA(
    hLine: HLINE,
    dwAddressID: DWORD,
    lpAgentActivityList: *mut LINEAGENTACTIVITYLIST,
) -> LONG {
    ignoring((dwAddressID, lpAgentActivityList), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetAgentActivityListW(
    hLine: HLINE,
    dwAddressID: DWORD,
    lpAgentActivityList: *mut LINEAGENTACTIVITYLIST,
) -> LONG {
    ignoring((dwAddressID, lpAgentActivityList), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetAgentCapsA(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAddressID: DWORD,
    dwAppAPIVersion: DWORD,
    lpAgentCaps: *mut LINEAGENTCAPS,
) -> LONG {
    ignoring(
        (dwDeviceID, dwAddressID, dwAppAPIVersion, lpAgentCaps),
        || unavailable::of_app(hLineApp),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetAgentCapsW(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAddressID: DWORD,
    dwAppAPIVersion: DWORD,
    lpAgentCaps: *mut LINEAGENTCAPS,
) -> LONG {
    ignoring(
        (dwDeviceID, dwAddressID, dwAppAPIVersion, lpAgentCaps),
        || unavailable::of_app(hLineApp),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetAgentGroupListA(
    hLine: HLINE,
    dwAddressID: DWORD,
    lpAgentGroupList: *mut LINEAGENTGROUPLIST,
) -> LONG {
    ignoring((dwAddressID, lpAgentGroupList), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetAgentGroupListW(
    hLine: HLINE,
    dwAddressID: DWORD,
    lpAgentGroupList: *mut LINEAGENTGROUPLIST,
) -> LONG {
    ignoring((dwAddressID, lpAgentGroupList), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetAgentInfo(
    hLine: HLINE,
    hAgent: HAGENT,
    lpAgentInfo: *mut LINEAGENTINFO,
) -> LONG {
    ignoring((hAgent, lpAgentInfo), || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetAgentSessionInfo(
    hLine: HLINE,
    hAgentSession: HAGENTSESSION,
    lpAgentSessionInfo: *mut LINEAGENTSESSIONINFO,
) -> LONG {
    ignoring((hAgentSession, lpAgentSessionInfo), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetAgentSessionList(
    hLine: HLINE,
    hAgent: HAGENT,
    lpAgentSessionList: *mut LINEAGENTSESSIONLIST,
) -> LONG {
    ignoring((hAgent, lpAgentSessionList), || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetAgentStatusA(
    hLine: HLINE,
    dwAddressID: DWORD,
    lpAgentStatus: *mut LINEAGENTSTATUS,
) -> LONG {
    ignoring((dwAddressID, lpAgentStatus), || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetAgentStatusW(
    hLine: HLINE,
    dwAddressID: DWORD,
    lpAgentStatus: *mut LINEAGENTSTATUS,
) -> LONG {
    ignoring((dwAddressID, lpAgentStatus), || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetGroupListA(hLine: HLINE, lpGroupList: *mut LINEAGENTGROUPLIST) -> LONG {
    ignoring(lpGroupList, || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetGroupListW(hLine: HLINE, lpGroupList: *mut LINEAGENTGROUPLIST) -> LONG {
    ignoring(lpGroupList, || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetProxyStatus(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAppAPIVersion: DWORD,
    lpLineProxyReqestList: *mut LINEPROXYREQUESTLIST,
) -> LONG {
    ignoring((dwDeviceID, dwAppAPIVersion, lpLineProxyReqestList), || {
        unavailable::of_app(hLineApp)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetQueueInfo(
    hLine: HLINE,
    dwQueueID: DWORD,
    lpLineQueueInfo: *mut LINEQUEUEINFO,
) -> LONG {
    ignoring((dwQueueID, lpLineQueueInfo), || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetQueueListA(
    hLine: HLINE,
    lpGroupID: *mut GUID,
    lpQueueList: *mut LINEQUEUELIST,
) -> LONG {
    ignoring((lpGroupID, lpQueueList), || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetQueueListW(
    hLine: HLINE,
    lpGroupID: *mut GUID,
    lpQueueList: *mut LINEQUEUELIST,
) -> LONG {
    ignoring((lpGroupID, lpQueueList), || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineProxyMessage(
    hLine: HLINE,
    hCall: HCALL,
    dwMsg: DWORD,
    dwParam1: DWORD,
    dwParam2: DWORD,
    dwParam3: DWORD,
) -> LONG {
    ignoring((hCall, dwMsg, dwParam1, dwParam2, dwParam3), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineProxyResponse(
    hLine: HLINE,
    lpProxyRequest: *mut LINEPROXYREQUEST,
    dwResult: DWORD,
) -> LONG {
    ignoring((lpProxyRequest, dwResult), || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetAgentActivity(
    hLine: HLINE,
    dwAddressID: DWORD,
    dwActivityID: DWORD,
) -> LONG {
    ignoring((dwAddressID, dwActivityID), || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetAgentGroup(
    hLine: HLINE,
    dwAddressID: DWORD,
    lpAgentGroupList: *mut LINEAGENTGROUPLIST,
) -> LONG {
    ignoring((dwAddressID, lpAgentGroupList), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetAgentMeasurementPeriod(
    hLine: HLINE,
    hAgent: HAGENT,
    dwMeasurementPeriod: DWORD,
) -> LONG {
    ignoring((hAgent, dwMeasurementPeriod), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetAgentSessionState(
    hLine: HLINE,
    hAgentSession: HAGENTSESSION,
    dwAgentSessionState: DWORD,
    dwNextAgentSessionState: DWORD,
) -> LONG {
    ignoring(
        (hAgentSession, dwAgentSessionState, dwNextAgentSessionState),
        || unavailable::of_line(hLine),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetAgentStateEx(
    hLine: HLINE,
    hAgent: HAGENT,
    dwAgentState: DWORD,
    dwNextAgentState: DWORD,
) -> LONG {
    ignoring((hAgent, dwAgentState, dwNextAgentState), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetAgentState(
    hLine: HLINE,
    dwAddressID: DWORD,
    dwAgentState: DWORD,
    dwNextAgentState: DWORD,
) -> LONG {
    ignoring((dwAddressID, dwAgentState, dwNextAgentState), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetQueueMeasurementPeriod(
    hLine: HLINE,
    dwQueueID: DWORD,
    dwMeasurementPeriod: DWORD,
) -> LONG {
    ignoring((dwQueueID, dwMeasurementPeriod), || {
        unavailable::of_line(hLine)
    })
}
