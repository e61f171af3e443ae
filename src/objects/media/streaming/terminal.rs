//! ITTerminal, ITAMMediaFormat and ITAllocatorProperties of the terminal, and what the streams of a
//! call ask of it.

use super::line::News;
use super::{NOT_THE_FORMAT, Streamer, wave};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{Bstr, Error, MediaType, OK, Object, Result, Success, TaskMediaType};
use crate::engine::{
    self, Call, CallHandle, ErrorKind, Flow, MediaNews, StreamCause, StreamEvent, Terminal,
    TerminalRef,
};
use crate::objects::media::format::Wave;
use crate::objects::media::{class, direction_of};

impl Object<Streamer> {
    /// Tells that the sound that the program writes is over, or begins anew.
    pub(super) fn tell(&self, news: Option<News>) {
        let (Some(news), Some(call)) = (news, self.line.call()) else {
            return;
        };
        call.tell_media(MediaNews::Stream {
            event: match news {
                News::Over => StreamEvent::Inactive,
                News::Again => StreamEvent::Active,
            },
            cause: StreamCause::LocalRequest,
            flow: self.flow,
            terminal: Some(TerminalRef::new(self.this())),
            error: 0,
        });
    }
}

impl Terminal for Object<Streamer> {
    fn selected(&self, handle: &CallHandle, flow: Flow) -> engine::Result<()> {
        if flow != self.flow {
            return Err(engine::Error::new(
                ErrorKind::InvalidTerminal,
                "The terminal goes in the other direction.",
            ));
        }
        if !self.line.take_place(handle)? {
            return Err(engine::Error::new(
                ErrorKind::TerminalInUse,
                "The terminal is on a stream already.",
            ));
        }
        Ok(())
    }

    fn unselected(&self, _call: &Call, _flow: Flow) {
        self.line.leave();
    }

    fn play(&self, _call: &Call, rate: u32, frame: &mut [i16]) -> bool {
        let (sounded, news) = self.line.play(rate, frame);
        self.tell(news);
        sounded
    }

    fn hear(&self, _call: &Call, rate: u32, frame: &[i16]) {
        self.line.hear(rate, frame);
    }
}

impl ITTerminalImpl for Object<Streamer> {
    fn get_name(&self) -> Result<Bstr> {
        Bstr::new("Media streaming terminal")
    }

    fn get_state(&self) -> Result<TERMINAL_STATE> {
        Ok(match self.line.lock().is_connected() {
            true => TS_INUSE,
            false => TS_NOTINUSE,
        })
    }

    fn get_terminal_type(&self) -> Result<TERMINAL_TYPE> {
        Ok(TT_DYNAMIC)
    }

    fn get_terminal_class(&self) -> Result<Bstr> {
        class::text(&class::MEDIA_STREAM)
    }

    fn get_media_type(&self) -> Result<LONG> {
        Ok(TAPIMEDIATYPE_AUDIO)
    }

    fn get_direction(&self) -> Result<TERMINAL_DIRECTION> {
        Ok(direction_of(self.flow))
    }
}

impl ITAMMediaFormatImpl for Object<Streamer> {
    fn get_media_format(&self) -> Result<TaskMediaType> {
        wave().to_media_type()
    }

    /// PCM of 16 bits in one channel, 8,000 samples a second, and no other: VFW_E_TYPE_NOT_ACCEPTED.
    fn put_media_format(&self, media: &MediaType<'_>) -> Result<Success> {
        let own = wave();
        let given = Wave::from_media_type(media).map_err(|_| NOT_THE_FORMAT)?;
        let same = given.tag == own.tag
            && given.channels == own.channels
            && given.rate == own.rate
            && given.bits == own.bits;
        if same { Ok(OK) } else { Err(NOT_THE_FORMAT) }
    }
}

impl ITAllocatorPropertiesImpl for Object<Streamer> {
    fn set_allocator_properties(&self, wanted: &ALLOCATOR_PROPERTIES) -> Result<Success> {
        let mut inside = self.line.lock();
        if inside.is_connected() {
            return Err(Error::with(
                VFW_E_ALREADY_CONNECTED,
                "The terminal is on a stream already: say this before it is selected.",
            ));
        }
        inside.settings.set(wanted)?;
        Ok(OK)
    }

    fn get_allocator_properties(&self) -> Result<ALLOCATOR_PROPERTIES> {
        let inside = self.line.lock();
        if !inside.is_connected() {
            return Err(Error::with(
                VFW_E_NOT_CONNECTED,
                "The terminal is on no stream yet: ask when it is selected.",
            ));
        }
        Ok(inside.settings.properties)
    }

    fn set_allocate_buffers(&self, with_memory: bool) -> Result<Success> {
        let mut inside = self.line.lock();
        if inside.has_samples() && inside.settings.with_memory != with_memory {
            return Err(Error::new(MS_E_SAMPLEALLOC));
        }
        inside.settings.with_memory = with_memory;
        Ok(OK)
    }

    fn get_allocate_buffers(&self) -> Result<BOOL> {
        Ok(self.line.lock().settings.with_memory.into())
    }

    fn set_buffer_size(&self, size: DWORD) -> Result<Success> {
        self.line.lock().settings.set_size(size)?;
        Ok(OK)
    }

    fn get_buffer_size(&self) -> Result<DWORD> {
        Ok(self.line.lock().settings.size())
    }
}
