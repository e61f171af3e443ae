//! What is known about a call besides its state: parties, numbers, texts and buffers.

use super::call::{Call, CallCore};
use super::error::Result;
use super::event::InfoChange;
use super::inner::Inner;
use super::state::{Direction, State};
use std::borrow::Cow;
use tapi3_common::sync::lock;
use tapi3_common::text;

/// A party's part in a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyId {
    /// Who called.
    Caller,
    /// Who was called.
    Called,
    /// Who is at the other end.
    Connected,
    /// Where the call was redirected to.
    Redirection,
    /// Who redirected it.
    Redirecting,
}

/// A party as the network names it; either text may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    /// A name for people.
    pub name: String,
    /// A number or URI to call back.
    pub number: String,
}

/// A number kept with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// LINECALLREASON_*: why the call came to be.
    Reason,
    /// The application's own number.
    AppSpecific,
    /// LINEBEARERMODE_* wanted for an outgoing call.
    BearerMode,
    /// LINECALLPARAMFLAGS_* wanted for an outgoing call.
    CallParamsFlags,
    /// Lowest data rate wanted, bit/s.
    MinRate,
    /// Highest data rate wanted, bit/s.
    MaxRate,
    /// Country code of the destination.
    CountryCode,
    /// Duration of generated digits, ms.
    DigitDuration,
    /// What the call is played when on hold.
    Treatment,
}

/// A text that the application keeps with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// A remark.
    Comment,
    /// How it calls the party that it dials.
    CalledPartyName,
    /// The destination as people should read it.
    DisplayableAddress,
}

/// Bytes kept with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Buffer {
    /// Sent to the other end by the network.
    UserUserInfo,
    /// For the provider.
    DeviceSpecific,
    /// Travels with the call from one application to the next.
    CallData,
    /// What the call costs.
    Charging,
    /// High-level compatibility.
    HighLevelCompatibility,
    /// Low-level compatibility.
    LowLevelCompatibility,
}

/// The network's latest word on the placing of a call, as a SIP response (RFC 3261 §21). Networks
/// that are not SIP say the nearest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkResponse {
    /// Status code, 100 to 699.
    pub code: u16,
    /// Reason phrase.
    pub text: Cow<'static, str>,
}

impl NetworkResponse {
    /// Whether it says that the called party is alerted.
    pub fn is_ringing(&self) -> bool {
        self.code == 180
    }
}

/// The sparse part of a call's information: nothing is stored for what is not known.
#[derive(Debug, Default)]
pub struct Info {
    parties: Vec<(PartyId, Party)>,
    numbers: Vec<(Number, i32)>,
    buffers: Vec<(Buffer, Vec<u8>)>,
    texts: Vec<(Text, String)>,
    response: Option<NetworkResponse>,
}

fn put<K: PartialEq, V>(list: &mut Vec<(K, V)>, key: K, value: V) -> Result<()> {
    match list.iter_mut().find(|(known, _)| *known == key) {
        Some((_, old)) => *old = value,
        None => {
            list.try_reserve(1)?;
            list.push((key, value));
        }
    }
    Ok(())
}

fn get<K: PartialEq, V>(list: &[(K, V)], key: K) -> Option<&V> {
    list.iter().find(|(known, _)| *known == key).map(|(_, v)| v)
}

impl Info {
    pub(super) fn set_party(&mut self, id: PartyId, party: Party) -> Result<()> {
        put(&mut self.parties, id, party)
    }

    pub(super) fn set_number(&mut self, which: Number, value: i32) -> Result<()> {
        put(&mut self.numbers, which, value)
    }

    /// A text of the application's; empty if there is none.
    pub fn text(&self, which: Text) -> &str {
        get(&self.texts, which).map_or("", String::as_str)
    }

    /// Keeps a text of the application's.
    pub fn set_text(&mut self, which: Text, text: String) -> Result<()> {
        put(&mut self.texts, which, text)
    }
}

impl CallCore {
    /// The parties that need no storing: our own line, and the number dialled.
    fn known_number(&self, id: PartyId) -> Result<String> {
        let known = match (self.direction, id) {
            (Direction::Outgoing, PartyId::Called) => &self.destination,
            (Direction::Outgoing, PartyId::Caller) | (Direction::Incoming, PartyId::Called) => {
                &self.line.info().address
            }
            _ => "",
        };
        Ok(text::copy(known)?)
    }
}

impl Inner {
    pub(super) fn set_network_response(&mut self, call: &Call, response: NetworkResponse) {
        let placed = matches!(
            self.state,
            State::Connected | State::Hold | State::Disconnected
        );
        if placed {
            return;
        }
        let known = self.info.response.replace(response);
        let is_first = known.is_none() && self.expects_word;
        let before = known.is_some_and(|response| response.is_ringing());
        let rings = (self.info.response.as_ref()).is_some_and(NetworkResponse::is_ringing);
        if is_first || (rings && !before && self.state == State::InProgress) {
            self.tell_of_word(call);
        }
    }
}

impl Call {
    /// The party in this role; empty texts for what is not known.
    pub fn party(&self, id: PartyId) -> Result<Party> {
        let inner = lock(&self.core().inner);
        let mut party = Party::default();
        let id = self.stands_for(&inner, id);
        if let Some(known) = get(&inner.info.parties, id) {
            party.name = text::copy(&known.name)?;
            party.number = text::copy(&known.number)?;
        }
        if party.number.is_empty() {
            party.number = self.core().known_number(id)?;
        }
        Ok(party)
    }

    /// Whoever is at the other end is the called party, or the caller, unless said otherwise.
    fn stands_for(&self, inner: &Inner, id: PartyId) -> PartyId {
        let connected = matches!(inner.state, State::Connected | State::Hold);
        if id != PartyId::Connected || !connected || get(&inner.info.parties, id).is_some() {
            return id;
        }
        match self.core().direction {
            Direction::Outgoing => PartyId::Called,
            Direction::Incoming => PartyId::Caller,
        }
    }

    /// Says who a party is.
    pub fn set_party(&self, id: PartyId, party: Party) -> Result<()> {
        let mut inner = lock(&self.core().inner);
        if get(&inner.info.parties, id) == Some(&party) {
            return Ok(());
        }
        let change = match id {
            PartyId::Caller => InfoChange::CallerId,
            PartyId::Called => InfoChange::CalledId,
            PartyId::Connected => InfoChange::ConnectedId,
            PartyId::Redirection => InfoChange::RedirectionId,
            PartyId::Redirecting => InfoChange::RedirectingId,
        };
        self.change_and_tell(&mut inner, change, |inner| inner.info.set_party(id, party))
    }

    /// A number kept with the call.
    pub fn number(&self, which: Number) -> Option<i32> {
        get(&lock(&self.core().inner).info.numbers, which).copied()
    }

    /// Keeps a number with the call.
    pub fn set_number(&self, which: Number, value: i32) -> Result<()> {
        let mut inner = lock(&self.core().inner);
        if get(&inner.info.numbers, which) == Some(&value) {
            return Ok(());
        }
        let apply = |inner: &mut Inner| inner.info.set_number(which, value);
        match which {
            Number::Reason => self.change_and_tell(&mut inner, InfoChange::Reason, apply),
            Number::AppSpecific => self.change_and_tell(&mut inner, InfoChange::AppSpecific, apply),
            _ => apply(&mut inner),
        }
    }

    /// A copy of the bytes kept with the call; empty if there are none.
    pub fn buffer(&self, which: Buffer) -> Result<Vec<u8>> {
        let inner = lock(&self.core().inner);
        let bytes = get(&inner.info.buffers, which).map_or(&[][..], Vec::as_slice);
        let mut copy = Vec::new();
        copy.try_reserve_exact(bytes.len())?;
        copy.extend_from_slice(bytes);
        Ok(copy)
    }

    /// Keeps bytes with the call.
    pub fn set_buffer(&self, which: Buffer, bytes: Vec<u8>) -> Result<()> {
        let mut inner = lock(&self.core().inner);
        let apply = |inner: &mut Inner| put(&mut inner.info.buffers, which, bytes);
        match which {
            Buffer::UserUserInfo => {
                self.change_and_tell(&mut inner, InfoChange::UserUserInfo, apply)
            }
            Buffer::CallData => self.change_and_tell(&mut inner, InfoChange::CallData, apply),
            _ => apply(&mut inner),
        }
    }

    /// The call goes to a server that says at once that it has it, as one of SIP does with 100: from
    /// its provider, before it is on its way.
    pub fn expect_word(&self) {
        lock(&self.core().inner).expects_word = true;
    }

    /// Whether the network is to say at once that it has the call, and has not said anything: it was
    /// not reached, or not yet.
    pub fn lacks_word(&self) -> bool {
        let inner = lock(&self.core().inner);
        inner.expects_word && inner.info.response.is_none()
    }

    /// The network's latest word on the placing of this call, if its provider told one.
    pub fn network_response(&self) -> Option<NetworkResponse> {
        lock(&self.core().inner).info.response.clone()
    }

    /// The code of the network's latest word, if that refuses the call.
    pub fn refused_with(&self) -> Option<u16> {
        let inner = lock(&self.core().inner);
        let code = inner.info.response.as_ref()?.code;
        (code >= 300).then_some(code)
    }

    /// The network's word on the placing of this call. Told before the state that follows from it;
    /// once the call is connected or over, nothing more is said about its placing.
    pub fn set_network_response(&self, code: u16, text: impl Into<Cow<'static, str>>) {
        let text = text.into();
        let response = NetworkResponse { code, text };
        lock(&self.core().inner).set_network_response(self, response);
    }

    /// Reads the application's own texts.
    pub fn with_info<T>(&self, read: impl FnOnce(&Info) -> T) -> T {
        read(&lock(&self.core().inner).info)
    }

    /// Changes the application's own texts.
    pub fn change_info<T>(&self, change: impl FnOnce(&mut Info) -> T) -> T {
        change(&mut lock(&self.core().inner).info)
    }
}
