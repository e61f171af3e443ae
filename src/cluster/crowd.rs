//! How many clients a node takes, and which makes room for another.

use super::node::Hub;
use super::session::Session;

/// How many sessions there can be, of all users and of one.
const MAX_SESSIONS: usize = 10_000;
const MAX_SESSIONS_OF_USER: usize = 1000;

impl Hub {
    /// Whether there is room for a session of a user. The oldest goes for it, if need be, in which nobody
    /// has asked for anything yet: whoever may speak on the bus can send questions for sessions that they
    /// have recorded, and nothing that counts in those.
    pub fn has_room_for(&mut self, user: &str) -> bool {
        let is_theirs = |session: &&Session| session.user == user;
        let is_one_users = self.sessions.values().filter(is_theirs).count() >= MAX_SESSIONS_OF_USER;
        if !is_one_users && self.sessions.len() < MAX_SESSIONS {
            return true;
        }
        let idle = self.sessions.values();
        let idle = idle.filter(|session| !session.is_proven);
        let idle = idle.filter(|session| !is_one_users || is_theirs(session));
        let oldest = idle.min_by_key(|session| session.heard);
        let Some(oldest) = oldest.map(|session| session.client.clone()) else {
            return false;
        };
        tracing::debug!(
            user,
            client = oldest,
            "a client that asks for nothing makes room"
        );
        self.end_session(&oldest);
        true
    }
}
