//! The event objects that tell of the sound of a call.

use super::{stream_of, terminal};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{Bstr, ComPtr, Error, Object, Ref, Result, com_class};
use crate::engine::{MediaEvent, MediaNews, TerminalRef};
use crate::objects::call::Call;
use crate::objects::session::Session;

/// The event's TAPI_EVENT number and its object; none if the application has let go of the call.
pub(in crate::objects) fn announce(
    session: &Session,
    event: &MediaEvent,
) -> Result<Option<(TAPI_EVENT, ComPtr<IDispatch>)>> {
    let Some(call) = session.known_call(&event.call) else {
        return Ok(None);
    };
    let instance = event.instance;
    let as_long = |number: u32| i32::from_ne_bytes(number.to_ne_bytes());
    Ok(Some(match &event.news {
        MediaNews::Stream {
            event,
            cause,
            flow,
            terminal,
            error,
        } => {
            let stream = stream_of(&call, *flow)?.into_interface();
            let told = Object::new(CallMediaEvent {
                call,
                event: *event as i32,
                error: *error,
                terminal: terminal.as_ref().and_then(terminal::shown),
                stream,
                cause: *cause as i32,
            })?;
            (TE_CALLMEDIA, told.interface::<ITCallMediaEvent>().upcast())
        }
        MediaNews::File {
            terminal,
            track,
            state,
            cause,
            error,
        } => {
            let told = Object::new(FileTerminalEvent {
                call,
                terminal: file_of(terminal)?,
                track: track.as_ref().and_then(terminal::track_shown),
                state: *state as i32,
                cause: *cause as i32,
                error: *error,
            })?;
            (
                TE_FILETERMINAL,
                told.interface::<ITFileTerminalEvent>().upcast(),
            )
        }
        MediaNews::Digit { key, mode, tick } => {
            let told = Object::new(DigitDetectionEvent {
                call,
                digit: *key,
                mode: as_long(*mode),
                tick: as_long(*tick),
                instance,
            })?;
            (
                TE_DIGITEVENT,
                told.interface::<ITDigitDetectionEvent>().upcast(),
            )
        }
        MediaNews::Generated(ending) => {
            let told = Object::new(DigitGenerationEvent {
                call,
                how: as_long(ending.how()),
                tick: as_long(ending.tick()),
                instance,
            })?;
            (
                TE_GENERATEEVENT,
                told.interface::<ITDigitGenerationEvent>().upcast(),
            )
        }
        MediaNews::Gathered { ending, .. } => {
            let told = Object::new(DigitsGatheredEvent {
                call,
                digits: Bstr::from_utf8_lossy(&event.gathered()?)?,
                how: as_long(ending.how()),
                tick: as_long(ending.tick()),
                instance,
            })?;
            (
                TE_GATHERDIGITS,
                told.interface::<ITDigitsGatheredEvent>().upcast(),
            )
        }
        MediaNews::Tone { app_specific, tick } => {
            let told = Object::new(ToneDetectionEvent {
                call,
                app_specific: as_long(*app_specific),
                tick: as_long(*tick),
                instance,
            })?;
            (
                TE_TONEEVENT,
                told.interface::<ITToneDetectionEvent>().upcast(),
            )
        }
    }))
}

fn file_of(terminal: &TerminalRef) -> Result<ComPtr<ITTerminal>> {
    terminal::shown(terminal).ok_or(Error::unexpected("The file terminal is of no known class."))
}

/// TE_CALLMEDIA: a stream of a call has changed.
struct CallMediaEvent {
    call: Ref<Call>,
    event: CALL_MEDIA_EVENT,
    error: HRESULT,
    terminal: Option<ComPtr<ITTerminal>>,
    stream: ComPtr<ITStream>,
    cause: CALL_MEDIA_EVENT_CAUSE,
}

com_class!(CallMediaEvent: ITCallMediaEvent);

impl ITCallMediaEventImpl for Object<CallMediaEvent> {
    fn get_call(&self) -> Result<ComPtr<ITCallInfo>> {
        Ok(self.call.interface())
    }

    fn get_event(&self) -> Result<CALL_MEDIA_EVENT> {
        Ok(self.event)
    }

    fn get_error(&self) -> Result<HRESULT> {
        Ok(self.error)
    }

    fn get_terminal(&self) -> Result<Option<ComPtr<ITTerminal>>> {
        Ok(self.terminal.clone())
    }

    fn get_stream(&self) -> Result<Option<ComPtr<ITStream>>> {
        Ok(Some(self.stream.clone()))
    }

    fn get_cause(&self) -> Result<CALL_MEDIA_EVENT_CAUSE> {
        Ok(self.cause)
    }
}

/// TE_FILETERMINAL: a file begins, pauses, or comes to its end.
struct FileTerminalEvent {
    call: Ref<Call>,
    terminal: ComPtr<ITTerminal>,
    track: Option<ComPtr<ITFileTrack>>,
    state: TERMINAL_MEDIA_STATE,
    cause: FT_STATE_EVENT_CAUSE,
    error: HRESULT,
}

com_class!(FileTerminalEvent: ITFileTerminalEvent);

impl ITFileTerminalEventImpl for Object<FileTerminalEvent> {
    fn get_terminal(&self) -> Result<ComPtr<ITTerminal>> {
        Ok(self.terminal.clone())
    }

    fn get_track(&self) -> Result<Option<ComPtr<ITFileTrack>>> {
        Ok(self.track.clone())
    }

    fn get_call(&self) -> Result<ComPtr<ITCallInfo>> {
        Ok(self.call.interface())
    }

    fn get_state(&self) -> Result<TERMINAL_MEDIA_STATE> {
        Ok(self.state)
    }

    fn get_cause(&self) -> Result<FT_STATE_EVENT_CAUSE> {
        Ok(self.cause)
    }

    fn get_error(&self) -> Result<HRESULT> {
        Ok(self.error)
    }
}

/// TE_DIGITEVENT: the far end pressed a key, or let it go.
struct DigitDetectionEvent {
    call: Ref<Call>,
    digit: BYTE,
    mode: TAPI_DIGITMODE,
    tick: LONG,
    instance: LONG,
}

com_class!(DigitDetectionEvent: ITDigitDetectionEvent);

impl ITDigitDetectionEventImpl for Object<DigitDetectionEvent> {
    fn get_call(&self) -> Result<ComPtr<ITCallInfo>> {
        Ok(self.call.interface())
    }

    fn get_digit(&self) -> Result<BYTE> {
        Ok(self.digit)
    }

    fn get_digit_mode(&self) -> Result<TAPI_DIGITMODE> {
        Ok(self.mode)
    }

    fn get_tick_count(&self) -> Result<LONG> {
        Ok(self.tick)
    }

    fn get_callback_instance(&self) -> Result<LONG> {
        Ok(self.instance)
    }
}

/// TE_GENERATEEVENT: digits or a tone were sent, or given up.
struct DigitGenerationEvent {
    call: Ref<Call>,
    how: LONG,
    tick: LONG,
    instance: LONG,
}

com_class!(DigitGenerationEvent: ITDigitGenerationEvent);

impl ITDigitGenerationEventImpl for Object<DigitGenerationEvent> {
    fn get_call(&self) -> Result<ComPtr<ITCallInfo>> {
        Ok(self.call.interface())
    }

    fn get_generation_termination(&self) -> Result<LONG> {
        Ok(self.how)
    }

    fn get_tick_count(&self) -> Result<LONG> {
        Ok(self.tick)
    }

    fn get_callback_instance(&self) -> Result<LONG> {
        Ok(self.instance)
    }
}

/// TE_GATHERDIGITS: a gathering of digits has ended.
struct DigitsGatheredEvent {
    call: Ref<Call>,
    digits: Bstr,
    how: TAPI_GATHERTERM,
    tick: LONG,
    instance: LONG,
}

com_class!(DigitsGatheredEvent: ITDigitsGatheredEvent);

impl ITDigitsGatheredEventImpl for Object<DigitsGatheredEvent> {
    fn get_call(&self) -> Result<ComPtr<ITCallInfo>> {
        Ok(self.call.interface())
    }

    fn get_digits(&self) -> Result<Bstr> {
        self.digits.try_clone()
    }

    fn get_gather_termination(&self) -> Result<TAPI_GATHERTERM> {
        Ok(self.how)
    }

    fn get_tick_count(&self) -> Result<LONG> {
        Ok(self.tick)
    }

    fn get_callback_instance(&self) -> Result<LONG> {
        Ok(self.instance)
    }
}

/// TE_TONEEVENT: a tone was heard that the program listens for.
struct ToneDetectionEvent {
    call: Ref<Call>,
    app_specific: LONG,
    tick: LONG,
    instance: LONG,
}

com_class!(ToneDetectionEvent: ITToneDetectionEvent);

impl ITToneDetectionEventImpl for Object<ToneDetectionEvent> {
    fn get_call(&self) -> Result<ComPtr<ITCallInfo>> {
        Ok(self.call.interface())
    }

    fn get_app_specific(&self) -> Result<LONG> {
        Ok(self.app_specific)
    }

    fn get_tick_count(&self) -> Result<LONG> {
        Ok(self.tick)
    }

    fn get_callback_instance(&self) -> Result<LONG> {
        Ok(self.instance)
    }
}
