//! Keys, and what is made of them (RFC 3711 §4).

use std::fmt;

use aes::Aes128Enc;
use aes::cipher::{InnerIvInit, KeyInit as _, StreamCipher, StreamCipherCoreWrapper};
use hmac::{Hmac, KeyInit as _, Mac};
use sha1::Sha1;
use zeroize::{Zeroize as _, Zeroizing};

/// How packets are protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    /// AES_CM_128_HMAC_SHA1_80 (RFC 4568 §6.2.1).
    Tag80,
    /// AES_CM_128_HMAC_SHA1_32 (RFC 4568 §6.2.2): the tags of sound are shorter, those of RTCP
    /// are not.
    Tag32,
}

impl Suite {
    /// The octets of the tag of an RTP packet. That of RTCP has 10 always.
    #[must_use]
    pub const fn tag(self) -> usize {
        match self {
            Suite::Tag80 => 10,
            Suite::Tag32 => 4,
        }
    }
}

/// The octets of the tag of RTCP (RFC 3711 §5.2; RFC 4568 §6.2.2).
pub(super) const CONTROL_TAG: usize = 10;

/// A master key with its salt, of which everything else is derived. It is wiped when it goes, and
/// never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct MasterKey {
    key: [u8; 16],
    salt: [u8; 14],
}

impl MasterKey {
    /// Octets of key and salt together.
    pub const LENGTH: usize = 30;

    /// From a key and its salt, one after the other, as SDES has them. From a source of randomness
    /// that is fit for keys.
    #[must_use]
    pub fn new(octets: &[u8; MasterKey::LENGTH]) -> MasterKey {
        let (mut key, mut salt) = ([0; 16], [0; 14]);
        for (to, from) in key.iter_mut().chain(&mut salt).zip(octets) {
            *to = *from;
        }
        MasterKey { key, salt }
    }

    /// Key and salt, one after the other.
    #[must_use]
    pub fn octets(&self) -> Zeroizing<[u8; MasterKey::LENGTH]> {
        let mut octets = Zeroizing::new([0; MasterKey::LENGTH]);
        for (to, from) in octets.iter_mut().zip(self.key.iter().chain(&self.salt)) {
            *to = *from;
        }
        octets
    }
}

impl Drop for MasterKey {
    fn drop(&mut self) {
        self.key.zeroize();
        self.salt.zeroize();
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey")
    }
}

/// The keys of one direction of RTP, or of RTCP.
#[derive(Clone)]
pub(super) struct SessionKeys {
    cipher: Aes128Enc,
    authentication: Hmac<Sha1>,
    salt: [u8; 14],
}

impl Drop for SessionKeys {
    fn drop(&mut self) {
        self.salt.zeroize();
    }
}

impl fmt::Debug for SessionKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionKeys")
    }
}

/// The labels of the three keys of each kind of packet (RFC 3711 §4.3.2).
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Sound = 0,
    Control = 3,
}

type Keystream<'a> = StreamCipherCoreWrapper<ctr::CtrCore<&'a Aes128Enc, ctr::flavors::Ctr128BE>>;

impl SessionKeys {
    /// Derives the keys (RFC 3711 §4.3.1) with a derivation rate of zero: once.
    pub(super) fn derive(master: &MasterKey, kind: Kind) -> SessionKeys {
        let label = kind as u8;
        let cipher = Aes128Enc::new(&master.key.into());
        let mut key = Zeroizing::new([0; 16]);
        let mut authentication = Zeroizing::new([0; 20]);
        let mut salt = [0; 14];
        generate(&cipher, &master.salt, label, &mut *key);
        generate(&cipher, &master.salt, label + 1, &mut *authentication);
        generate(&cipher, &master.salt, label + 2, &mut salt);
        let mut block = Zeroizing::new([0; 64]);
        for (to, from) in block.iter_mut().zip(authentication.iter()) {
            *to = *from;
        }
        SessionKeys {
            cipher: Aes128Enc::new(&(*key).into()),
            // A key shorter than a block is filled with zeros (RFC 2104 §2): this is the same.
            authentication: Hmac::new(&(*block).into()),
            salt,
        }
    }

    /// Encrypts or decrypts in place (RFC 3711 §4.1.1): IV = salt·2^16 ⊕ SSRC·2^64 ⊕ index·2^16.
    pub(super) fn cipher(&self, ssrc: u32, index: u64, octets: &mut [u8]) {
        let mut salt = Zeroizing::new([0; 16]);
        for (to, from) in salt.iter_mut().zip(&self.salt) {
            *to = *from;
        }
        let mut iv = u128::from_be_bytes(*salt);
        iv ^= u128::from(ssrc) << 64;
        iv ^= u128::from(index & 0xFFFF_FFFF_FFFF) << 16;
        apply(&self.cipher, iv, octets);
    }

    /// The tag of what is in `octets`, followed by `more`; to be cut to its length.
    pub(super) fn tag(&self, octets: &[u8], more: &[u8]) -> [u8; 20] {
        self.authentication
            .clone()
            .chain_update(octets)
            .chain_update(more)
            .finalize()
            .into_bytes()
            .into()
    }

    /// Whether `tag` is the beginning of that tag, in a time that tells nothing of it.
    pub(super) fn verify(&self, octets: &[u8], more: &[u8], tag: &[u8]) -> bool {
        let mac = self
            .authentication
            .clone()
            .chain_update(octets)
            .chain_update(more);
        mac.verify_truncated_left(tag).is_ok()
    }
}

/// The pseudo-random function (RFC 3711 §4.3.3): the keystream at (salt ⊕ label·2^48)·2^16.
fn generate(cipher: &Aes128Enc, salt: &[u8; 14], label: u8, out: &mut [u8]) {
    let mut block = Zeroizing::new([0; 16]);
    for (to, from) in block.iter_mut().zip(salt) {
        *to = *from;
    }
    let iv = u128::from_be_bytes(*block) ^ (u128::from(label) << 64);
    out.fill(0);
    apply(cipher, iv, out);
}

fn apply(cipher: &Aes128Enc, iv: u128, octets: &mut [u8]) {
    let core = ctr::CtrCore::inner_iv_init(cipher, &iv.to_be_bytes().into());
    let mut keystream: Keystream<'_> = StreamCipherCoreWrapper::from_core(core);
    // It fails only after 2^128 blocks.
    let _ = keystream.try_apply_keystream(octets);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> Vec<u8> {
        (0..text.len())
            .step_by(2)
            .map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap())
            .collect()
    }

    /// RFC 3711 §B.2.
    #[test]
    fn the_keystream_is_the_rfcs() {
        let key: [u8; 16] = hex("2B7E151628AED2A6ABF7158809CF4F3C").try_into().unwrap();
        let salt: [u8; 14] = hex("F0F1F2F3F4F5F6F7F8F9FAFBFCFD").try_into().unwrap();
        let keys = SessionKeys {
            cipher: Aes128Enc::new(&key.into()),
            authentication: Hmac::new(&[0; 64].into()),
            salt,
        };
        let mut stream = vec![0; 16 * 0xFF02];
        keys.cipher(0, 0, &mut stream);
        let block = |index: usize| &stream[index * 16..][..16];
        for (index, expected) in [
            (0, "E03EAD0935C95E80E166B16DD92B4EB4"),
            (1, "D23513162B02D0F72A43A2FE4A5F97AB"),
            (2, "41E95B3BB0A2E8DD477901E4FCA894C0"),
            (0xFEFF, "EC8CDF7398607CB0F2D21675EA9EA1E4"),
            (0xFF00, "362B7C3C6773516318A077D7FC5073AE"),
            (0xFF01, "6A2CC3787889374FBEB4C81B17BA6C44"),
        ] {
            assert_eq!(block(index), hex(expected), "{index:X}");
        }
    }

    /// RFC 3711 §B.3.
    #[test]
    fn the_derived_keys_are_the_rfcs() {
        let key: [u8; 16] = hex("E1F97A0D3E018BE0D64FA32C06DE4139").try_into().unwrap();
        let salt: [u8; 14] = hex("0EC675AD498AFEEBB6960B3AABE6").try_into().unwrap();
        let cipher = Aes128Enc::new(&key.into());
        let (mut cipher_key, mut cipher_salt, mut authentication) = ([0; 16], [0; 14], [0; 94]);
        generate(&cipher, &salt, 0, &mut cipher_key);
        generate(&cipher, &salt, 2, &mut cipher_salt);
        generate(&cipher, &salt, 1, &mut authentication);
        assert_eq!(cipher_key[..], hex("C61E7A93744F39EE10734AFE3FF7A087"));
        assert_eq!(cipher_salt[..], hex("30CBBC08863D8C85D49DB34A9AE1"));
        let expected = "CEBE321F6FF7716B6FD4AB49AF256A15\
                        6D38BAA48F0A0ACF3C34E2359E6CDBCE\
                        E049646C43D9327AD175578EF7227098\
                        6371C10C9A369AC2F94A8C5FBCDDDC25\
                        6D6E919A48B610EF17C2041E47403576\
                        6B68642C59BBFC2F34DB60DBDFB2";
        assert_eq!(authentication[..], hex(&expected.replace(' ', "")));
    }

    #[test]
    fn no_key_is_shown() {
        let master = MasterKey::new(&[0xAB; 30]);
        assert_eq!(format!("{master:?}"), "MasterKey");
        let keys = SessionKeys::derive(&master, Kind::Sound);
        assert_eq!(format!("{keys:?}"), "SessionKeys");
        assert_eq!(*master.octets(), [0xAB; 30]);
    }
}
