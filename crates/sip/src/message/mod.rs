//! SIP messages (RFC 3261 §7, §25): parsed where they lie in the buffer, header by header when
//! asked; written without formatting machinery.

mod address;
mod bytes;
mod check;
mod echo;
mod head;
mod method;
pub mod multipart;
mod name;
mod parse;
mod same;
mod sip_uri;
mod status;
mod stream;
pub mod uri;
pub mod value;
mod via;
mod write;

pub use echo::Echo;
pub use method::Method;
pub use name::Name;
pub use parse::{Malformed, Message, Start};
pub use status::reason_phrase;
pub use stream::{Cut, Framer};
pub use write::{Draft, Writer};
