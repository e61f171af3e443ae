//! What programs cannot force from outside: answers that come late or never, and moments in which
//! several things happen to one call.

mod drops;
mod finding;
mod opens;
mod queue;
mod scripted;
mod sounds;
mod transfers;
