//! The streams of a call: ITStreamControl of the call object, and the stream objects.
//!
//! Source: the ITStreamControl and ITStream pages (tapi3if.h).

use super::terminal;
use super::{CallMedia, direction_of, flow_of, owner, selection, terminal_collection};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{
    Bstr, ComPtr, Error, In, OK, Object, Ref, Result, Success, Variant, Weak, com_class, enumerate,
};
use crate::engine::{Flow, Wish};
use crate::objects::call::Call;
use crate::objects::{collection_of, enumerator_of, media_types};

/// One direction of the sound of a call. It does not keep the call: when that is released, the
/// stream is an object without use.
pub struct Stream {
    call: Weak<Call>,
    flow: Flow,
}

com_class!(Stream: ITStream);

impl Stream {
    pub(super) fn new(call: Weak<Call>, flow: Flow) -> Self {
        Stream { call, flow }
    }

    fn call(&self) -> Result<Ref<Call>> {
        owner(&self.call)
    }

    fn wish(&self, wish: Wish) -> Result<Success> {
        self.call()?.handle().wish_stream(self.flow, wish)?;
        Ok(OK)
    }

    /// The terminals on it, in the order of their selection.
    fn terminals(&self) -> Result<Vec<ComPtr<ITTerminal>>> {
        let on_it = self.call()?.handle().terminals(self.flow)?;
        let mut shown = Vec::new();
        shown.try_reserve_exact(on_it.len())?;
        shown.extend(on_it.iter().filter_map(terminal::shown));
        Ok(shown)
    }
}

impl ITStreamImpl for Object<Stream> {
    fn get_media_type(&self) -> Result<LONG> {
        Ok(TAPIMEDIATYPE_AUDIO)
    }

    fn get_direction(&self) -> Result<TERMINAL_DIRECTION> {
        Ok(direction_of(self.flow))
    }

    fn get_name(&self) -> Result<Bstr> {
        Bstr::new(match self.flow {
            Flow::Capture => "Audio capture",
            Flow::Render => "Audio render",
        })
    }

    /// A stream runs by itself as soon as it can: this is for one that was paused or stopped.
    fn start_stream(&self) -> Result<Success> {
        self.wish(Wish::Run)
    }

    fn pause_stream(&self) -> Result<Success> {
        self.wish(Wish::Pause)
    }

    /// It stays stopped until StartStream, whatever is selected meanwhile.
    fn stop_stream(&self) -> Result<Success> {
        self.wish(Wish::Stop)
    }

    fn select_terminal(&self, terminal: Option<In<'_, ITTerminal>>) -> Result<Success> {
        let terminal = terminal.ok_or(Error::pointer())?;
        let call = self.call()?;
        selection::put_on_stream(&call, self.flow, terminal)?;
        Ok(OK)
    }

    fn unselect_terminal(&self, terminal: Option<In<'_, ITTerminal>>) -> Result<Success> {
        let terminal = terminal.ok_or(Error::pointer())?;
        let call = self.call()?;
        selection::take_off_stream(&call, self.flow, terminal)?;
        Ok(OK)
    }

    fn enumerate_terminals(&self) -> Result<ComPtr<IEnumTerminal>> {
        enumerate(self.terminals()?)
    }

    fn get_terminals(&self) -> Result<Variant> {
        terminal_collection(self.terminals()?)
    }
}

impl CallMedia {
    fn streams(&self) -> Result<Vec<Ref<Stream>>> {
        let mut streams = Vec::new();
        streams.try_reserve_exact(Flow::ALL.len())?;
        for flow in Flow::ALL {
            streams.push(self.stream(flow)?.this());
        }
        Ok(streams)
    }
}

impl ITStreamControlImpl for Object<CallMedia> {
    /// A call has one audio stream in each direction, and no others: TAPI_E_MAXSTREAMS.
    fn create_stream(
        &self,
        media: LONG,
        direction: TERMINAL_DIRECTION,
    ) -> Result<ComPtr<ITStream>> {
        let media = media_types::checked(media, self.call()?.handle().call.media())?;
        if media.count_ones() != 1 {
            return Err(Error::with(
                TAPI_E_INVALIDMEDIATYPE,
                "A stream has exactly one media type.",
            ));
        }
        if flow_of(direction).is_none() {
            return Err(Error::with(
                TAPI_E_INVALIDDIRECTION,
                "A stream's direction is TD_CAPTURE or TD_RENDER.",
            ));
        }
        Err(Error::with(
            TAPI_E_MAXSTREAMS,
            "The call has its two streams already, one in each direction.",
        ))
    }

    /// The streams of a call stay: TAPI_E_NOTSUPPORTED.
    fn remove_stream(&self, stream: Option<In<'_, ITStream>>) -> Result<Success> {
        let stream = stream.ok_or(Error::pointer())?;
        let own = stream.downcast::<Stream>();
        if own.is_none_or(|stream| !stream.call.is(&self.call)) {
            return Err(Error::invalid_argument("Not a stream of this call."));
        }
        Err(Error::with(
            TAPI_E_NOTSUPPORTED,
            "The streams of a call stay; stop one instead.",
        ))
    }

    fn enumerate_streams(&self) -> Result<ComPtr<IEnumStream>> {
        enumerator_of(self.streams()?)
    }

    fn get_streams(&self) -> Result<Variant> {
        collection_of::<ITStream, _>(self.streams()?)
    }
}
