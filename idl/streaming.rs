//! DirectShow's streaming interfaces, as far as the media streaming terminal has them: a program
//! writes and reads sound buffer by buffer.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// Which way a stream goes, as the program sees it.
///
/// Page: STREAM_TYPE (mmstream.h).
pub enum STREAM_TYPE {
    /// The program reads from it.
    STREAMTYPE_READ = 0,
    /// The program writes to it.
    STREAMTYPE_WRITE = 1,
    /// Samples are changed on their way.
    STREAMTYPE_TRANSFORM = 2,
}

/// Whether a multimedia stream runs.
///
/// Page: STREAM_STATE (mmstream.h).
pub enum STREAM_STATE {
    /// It stands.
    STREAMSTATE_STOP = 0,
    /// It runs.
    STREAMSTATE_RUN = 1,
}

/// Flag of IStreamSample::Update: come back at once; CompletionStatus tells the end.
pub const SSUPDATE_ASYNC: DWORD = 0x1;

/// Flag of IStreamSample::Update: as soon as the sample is done, begin again with it.
pub const SSUPDATE_CONTINUOUS: DWORD = 0x2;

/// Flag of IStreamSample::CompletionStatus: take the sample back if nothing has been done with it yet.
pub const COMPSTAT_NOUPDATEOK: DWORD = 0x1;

/// Flag of IStreamSample::CompletionStatus: wait for the end of the update.
pub const COMPSTAT_WAIT: DWORD = 0x2;

/// Flag of IStreamSample::CompletionStatus: end the update now.
pub const COMPSTAT_ABORT: DWORD = 0x4;

/// The update has begun and is not done yet; this is a success.
pub const MS_S_PENDING: HRESULT = 0x00040001;

/// The sample was taken back before anything was done with it.
pub const MS_S_NOUPDATE: HRESULT = 0x00040002;

/// The stream is at its end.
pub const MS_S_ENDOFSTREAM: HRESULT = 0x00040003;

/// Samples of the stream have been handed out, so this cannot be changed any more.
pub const MS_E_SAMPLEALLOC: HRESULT = 0x80040401;

/// The stream has no such purpose.
pub const MS_E_PURPOSEID: HRESULT = 0x80040402;

/// There is no such stream.
pub const MS_E_NOSTREAM: HRESULT = 0x80040403;

/// The stream has no position that could be changed.
pub const MS_E_NOSEEKING: HRESULT = 0x80040404;

/// The streams, or the sample and the stream, do not go together.
pub const MS_E_INCOMPATIBLE: HRESULT = 0x80040405;

/// The sample is being updated; wait for the end of that with CompletionStatus.
pub const MS_E_BUSY: HRESULT = 0x80040406;

/// What is needed first has not been set yet.
pub const MS_E_NOTINIT: HRESULT = 0x80040407;

/// The stream has a source already.
pub const MS_E_SOURCEALREADYDEFINED: HRESULT = 0x80040408;

/// Not possible on a stream of this type.
pub const MS_E_INVALIDSTREAMTYPE: HRESULT = 0x80040409;

/// The stream does not run.
pub const MS_E_NOTRUNNING: HRESULT = 0x8004040A;

/// The terminal is on a stream already, so this cannot be changed any more.
pub const VFW_E_ALREADY_CONNECTED: HRESULT = 0x80040204;

/// The terminal is on no stream.
pub const VFW_E_NOT_CONNECTED: HRESULT = 0x80040209;

/// The sample has no memory; give it some with IMemoryData::SetBuffer.
pub const VFW_E_BUFFER_NOTSET: HRESULT = 0x8004020C;

/// That does not fit into the buffer.
pub const VFW_E_BUFFER_OVERFLOW: HRESULT = 0x8004020D;

/// The alignment of buffers must be a power of two.
pub const VFW_E_BADALIGN: HRESULT = 0x8004020E;

/// The stream does not run: wait for CME_STREAM_ACTIVE, or the call is over.
pub const VFW_E_NOT_COMMITTED: HRESULT = 0x80040211;

/// The terminal takes another format only; get_MediaFormat tells which.
pub const VFW_E_TYPE_NOT_ACCEPTED: HRESULT = 0x8004022A;

/// It did not happen in time.
pub const VFW_E_TIMEOUT: HRESULT = 0x8004022E;

/// Several streams that run together. No object of this library has it.
///
/// Page: IMultiMediaStream (mmstream.h).
#[uuid("B502D1BC-9A57-11D0-8FDE-00C04FD9189D")]
pub trait IMultiMediaStream: IUnknown {
    /// Tells what it can do, and its type.
    fn GetInformation(#[out] #[optional] pdwFlags: *mut DWORD, #[out] #[optional] pStreamType: *mut STREAM_TYPE);

    /// Gives the stream of a purpose; Release it.
    fn GetMediaStream(idPurpose: REFGUID, #[out] ppMediaStream: *mut *mut IMediaStream);

    /// Gives a stream by its number; Release it.
    fn EnumMediaStreams(Index: LONG, #[out] ppMediaStream: *mut *mut IMediaStream);

    /// Tells whether it runs.
    fn GetState(#[out] pCurrentState: *mut STREAM_STATE);

    /// Lets it run, or stand.
    fn SetState(NewState: STREAM_STATE);

    /// Tells the time, in units of 100 ns.
    fn GetTime(#[out] pCurrentTime: *mut LONGLONG);

    /// Tells how long it is, in units of 100 ns.
    fn GetDuration(#[out] pDuration: *mut LONGLONG);

    /// Goes to a time, in units of 100 ns.
    fn Seek(SeekTime: LONGLONG);

    /// Gives the event that is signalled at the end.
    fn GetEndOfStreamEventHandle(#[out] phEOS: *mut HANDLE);
}

/// Sound that a program writes or reads in samples, each a buffer of many sound samples.
///
/// QueryInterface of a media streaming terminal (CreateTerminal with CLSID_MediaStreamTerminal).
/// Page: IMediaStream (mmstream.h).
#[uuid("B502D1BD-9A57-11D0-8FDE-00C04FD9189D")]
pub trait IMediaStream: IUnknown {
    /// Gives the multimedia stream that it is part of; Release it.
    fn GetMultiMediaStream(#[out] ppMultiMediaStream: *mut *mut IMultiMediaStream);

    /// Tells what the stream is.
    ///
    /// pPurposeId: receives MSPID_PrimaryAudio; NULL if not wanted. pType: receives
    /// STREAMTYPE_WRITE for a terminal that goes towards the far end (TD_CAPTURE), and
    /// STREAMTYPE_READ for one from there; NULL if not wanted.
    fn GetInformation(#[out] #[optional] pPurposeId: *mut GUID, #[out] #[optional] pType: *mut STREAM_TYPE);

    /// Gives the stream the format of another.
    ///
    /// pStreamThatHasDesiredFormat: a stream of this library. dwFlags: 0.
    /// Returns MS_E_INCOMPATIBLE for any other stream.
    fn SetSameFormat(pStreamThatHasDesiredFormat: *mut IMediaStream, dwFlags: DWORD);

    /// Gives a sample whose buffer is free; Release it.
    ///
    /// dwFlags: 0. ppSample: receives it, with a reference of its own even if it is one that was
    /// given before. On a stream that is written this waits while all samples are on their way, at
    /// longest to the end of the call; on one that is read there are as many as GetAllocatorProperties
    /// tells (MS_E_BUSY).
    /// Returns VFW_E_NOT_COMMITTED before the stream runs and when it has ended.
    fn AllocateSample(dwFlags: DWORD, #[out] ppSample: *mut *mut IStreamSample);

    /// Makes a sample that shares the memory of another; Release it.
    ///
    /// pExistingSample: a sample of this library. dwFlags: 0.
    fn CreateSharedSample(pExistingSample: *mut IStreamSample, dwFlags: DWORD, #[out] ppNewSample: *mut *mut IStreamSample);

    /// Says that nothing more is to be written for now. When all is sent, CME_STREAM_INACTIVE is told;
    /// a sample that is written afterwards begins anew.
    ///
    /// dwFlags: 0.
    /// Returns MS_E_INVALIDSTREAMTYPE on a stream that is read.
    fn SendEndOfStream(dwFlags: DWORD);
}

/// One buffer of a stream.
///
/// Comes from IMediaStream::AllocateSample. QueryInterface for IMemoryData leads to its memory.
/// Page: IStreamSample (mmstream.h).
#[uuid("B502D1BE-9A57-11D0-8FDE-00C04FD9189D")]
pub trait IStreamSample: IUnknown {
    /// Gives the stream of the sample; Release it.
    fn GetMediaStream(#[out] ppMediaStream: *mut *mut IMediaStream);

    /// Tells the times of the sample and of the stream, in units of 100 ns since the terminal was put
    /// on it. Each pointer may be NULL.
    fn GetSampleTimes(#[out] #[optional] pStartTime: *mut LONGLONG, #[out] #[optional] pEndTime: *mut LONGLONG, #[out] #[optional] pCurrentTime: *mut LONGLONG);

    /// Sets the times of a sample that is written, in units of 100 ns; they are only kept. A pointer
    /// that is NULL leaves its time as it is.
    fn SetSampleTimes(#[optional] pStartTime: *const LONGLONG, #[optional] pEndTime: *const LONGLONG);

    /// Sends the sample, or has it filled.
    ///
    /// dwFlags: SSUPDATE_ bits. hEvent: an event (CreateEvent of the compat headers, or the address of
    /// a TAPI3_EVENT) that is signalled at the end; it may be closed meanwhile. pfnAPC: NULL; there are no APCs
    /// (E_NOTIMPL). dwAPCData: not used. Without an event and without flags this waits for the end.
    /// Returns S_OK if it is done already, the event signalled; MS_S_PENDING if not; MS_E_BUSY if it
    /// was under way already; VFW_E_NOT_COMMITTED if the stream does not run; VFW_E_BUFFER_NOTSET
    /// without memory; E_INVALIDARG for an event and an APC, or flags that do not exist; when it waits,
    /// E_ABORT if the stream ended meanwhile.
    fn Update(dwFlags: DWORD, #[optional] hEvent: HANDLE, #[optional] pfnAPC: PAPCFUNC, dwAPCData: DWORD);

    /// Tells how the last update went.
    ///
    /// dwFlags: COMPSTAT_ bits. dwMilliseconds: the longest time to wait, with COMPSTAT_WAIT; INFINITE
    /// (0xFFFFFFFF) for ever.
    /// Returns S_OK when it is done; MS_S_PENDING; MS_S_NOUPDATE if it was taken back; E_ABORT if it was
    /// ended by COMPSTAT_ABORT or by the end of the stream.
    fn CompletionStatus(dwFlags: DWORD, dwMilliseconds: DWORD);
}

/// The memory of a sample.
///
/// QueryInterface of the sample.
/// Page: IMemoryData (austream.h).
#[uuid("327FC560-AF60-11D0-8212-00C04FC32C45")]
pub trait IMemoryData: IUnknown {
    /// Gives the sample memory of the caller's, which must live as long as the sample uses it: until
    /// other memory is set, or the sample is gone and no update is under way.
    ///
    /// cbSize: its length in bytes, not 0. pbData: not NULL. dwFlags: 0.
    /// Returns MS_E_BUSY during an update.
    fn SetBuffer(cbSize: DWORD, pbData: *mut BYTE, dwFlags: DWORD);

    /// Tells where the memory is; each pointer may be NULL.
    ///
    /// pdwLength: receives its length in bytes. ppbData: receives its address, which stays the sample's.
    /// pcbActualData: receives how many bytes of it are sound.
    /// Returns MS_E_NOTINIT without memory.
    fn GetInfo(#[out] #[optional] pdwLength: *mut DWORD, #[out] #[optional] ppbData: *mut *mut BYTE, #[out] #[optional] pcbActualData: *mut DWORD);

    /// Says how many bytes of the memory are sound.
    ///
    /// cbDataValid: no more than its length (E_INVALIDARG).
    /// Returns MS_E_BUSY during an update; MS_E_NOTINIT without memory.
    fn SetActual(cbDataValid: DWORD);
}

/// The memory of a sample of sound, and its format.
///
/// Comes from IAudioStreamSample, or QueryInterface of the sample.
/// Page: IAudioData (austream.h).
#[uuid("54C719C0-AF60-11D0-8212-00C04FC32C45")]
pub trait IAudioData: IMemoryData {
    /// Tells the format.
    fn GetFormat(#[out] pWaveFormatCurrent: *mut WAVEFORMATEX);

    /// Sets the format; it must be the one that it has already (VFW_E_TYPE_NOT_ACCEPTED).
    fn SetFormat(lpWaveFormat: *const WAVEFORMATEX);
}

/// A stream of sound.
///
/// QueryInterface of a media streaming terminal.
/// Page: IAudioMediaStream (austream.h).
#[uuid("F7537560-A3BE-11D0-8212-00C04FC32C45")]
pub trait IAudioMediaStream: IMediaStream {
    /// Tells the format.
    fn GetFormat(#[out] pWaveFormatCurrent: *mut WAVEFORMATEX);

    /// Sets the format; it must be the one that it has already (VFW_E_TYPE_NOT_ACCEPTED).
    fn SetFormat(lpWaveFormat: *const WAVEFORMATEX);

    /// Makes a sample with memory that is there already; Release it.
    ///
    /// pAudioData: memory of a sample of this library. dwFlags: 0.
    fn CreateSample(pAudioData: *mut IAudioData, dwFlags: DWORD, #[out] ppSample: *mut *mut IAudioStreamSample);
}

/// A sample of a stream of sound.
///
/// QueryInterface of the sample.
/// Page: IAudioStreamSample (austream.h).
#[uuid("345FEE00-ABA5-11D0-8212-00C04FC32C45")]
pub trait IAudioStreamSample: IStreamSample {
    /// Gives the memory of the sample; Release it.
    fn GetAudioData(#[out] ppAudio: *mut *mut IAudioData);
}

/// The format of a media streaming terminal.
///
/// QueryInterface of the terminal.
/// Page: ITAMMediaFormat (tapi3ds.h).
#[uuid("0364EB00-4A77-11D1-A671-006097C9A2E8")]
pub trait ITAMMediaFormat: IUnknown {
    /// Tells the format; free it with DeleteMediaType.
    #[propget]
    #[id(0x1)]
    fn get_MediaFormat(#[retval] ppmt: *mut *mut AM_MEDIA_TYPE);

    /// Sets the format; it must be the one that the terminal has already (VFW_E_TYPE_NOT_ACCEPTED).
    #[propput]
    #[id(0x1)]
    fn put_MediaFormat(pmt: *const AM_MEDIA_TYPE);
}

/// The buffers of a media streaming terminal.
///
/// QueryInterface of the terminal.
/// Page: ITAllocatorProperties (tapi3ds.h).
#[uuid("C1BC3C90-BCFE-11D1-9745-00C04FD91AC0")]
pub trait ITAllocatorProperties: IUnknown {
    /// Says how many samples there are, and how large they are.
    ///
    /// pAllocProperties: from 1 to 64 samples, of up to a megabyte.
    /// Returns VFW_E_ALREADY_CONNECTED when the terminal is on a stream; VFW_E_BADALIGN; E_INVALIDARG.
    fn SetAllocatorProperties(pAllocProperties: *mut ALLOCATOR_PROPERTIES);

    /// Tells how many samples there are, and how large they are.
    ///
    /// Returns VFW_E_NOT_CONNECTED while the terminal is on no stream.
    fn GetAllocatorProperties(#[out] pAllocProperties: *mut ALLOCATOR_PROPERTIES);

    /// Says whether samples come with memory (TRUE, which is so at first), or the program sets it with
    /// IMemoryData::SetBuffer.
    ///
    /// Returns MS_E_SAMPLEALLOC when samples have been handed out.
    fn SetAllocateBuffers(bAllocBuffers: BOOL);

    /// Tells whether samples come with memory.
    fn GetAllocateBuffers(#[out] pbAllocBuffers: *mut BOOL);

    /// Says how large the memory of samples is that are handed out from now on, in bytes.
    ///
    /// BufferSize: up to a megabyte; 0 for what the allocator properties say.
    fn SetBufferSize(BufferSize: DWORD);

    /// Tells how large the memory of samples is that are handed out from now on, in bytes.
    fn GetBufferSize(#[out] pBufferSize: *mut DWORD);
}
