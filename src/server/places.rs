//! How much of the server one address may have at once.

use super::accounts::network_of;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use tapi3_common::sync::lock;

/// Places, a number of them for each address. Memory goes back with the last place of an address.
#[derive(Debug)]
pub(super) struct Places {
    limit: usize,
    taken: Mutex<HashMap<IpAddr, usize>>,
}

/// One place, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    of: Arc<Places>,
    network: IpAddr,
}

impl Places {
    pub fn new(limit: usize) -> Arc<Self> {
        Arc::new(Places {
            limit,
            taken: Mutex::default(),
        })
    }

    /// Takes a place of an address, or of its network if it is one of IPv6; `None` if it has none.
    pub fn take(self: &Arc<Self>, address: IpAddr) -> Option<Place> {
        let network = network_of(address);
        let mut taken = lock(&self.taken);
        let count = taken.entry(network).or_default();
        if *count >= self.limit {
            return None;
        }
        *count += 1;
        Some(Place {
            of: self.clone(),
            network,
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = lock(&self.of.taken);
        if let Some(count) = taken.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.network);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_address_has_its_own_places_and_gives_them_back() {
        let places = Places::new(2);
        let take = |address: &str| places.take(address.parse().unwrap());
        let (first, second) = (take("192.0.2.1"), take("192.0.2.1"));
        assert!(first.is_some() && second.is_some());
        assert!(take("192.0.2.1").is_none() && take("::ffff:192.0.2.1").is_none());
        let other = take("192.0.2.2");
        assert!(other.is_some());
        drop(first);
        assert!(take("192.0.2.1").is_some());
        // A host of IPv6 has a whole network of addresses.
        let (third, fourth) = (take("2001:db8::1"), take("2001:db8::2"));
        assert!(third.is_some() && fourth.is_some() && take("2001:db8::3").is_none());
        drop((second, other, third, fourth));
        assert!(lock(&places.taken).is_empty());
    }
}
