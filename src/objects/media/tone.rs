//! The objects that describe tones to Automation clients. What is done with tones is in `sounding`.
//!
//! Source: the ITDetectTone and ITCustomTone pages (tapi3if.h), and the lineMonitorTones and
//! lineGenerateTone pages (tapi.h) that they rest on.

use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{Class, Error, In, Interface, OK, Object, Ref, Result, Success, com_class};
use crate::objects::collections::items_of;
use std::sync::atomic::{AtomicI32, Ordering};

/// A number that a program sets and reads back.
#[derive(Default)]
struct Field(AtomicI32);

impl Field {
    fn get(&self) -> LONG {
        self.0.load(Ordering::Relaxed)
    }

    fn set(&self, value: LONG) -> Result<Success> {
        self.0.store(value, Ordering::Relaxed);
        Ok(OK)
    }

    fn word(&self) -> DWORD {
        u32::from_ne_bytes(self.get().to_ne_bytes())
    }
}

/// A tone to be listened for.
#[derive(Default)]
pub(super) struct DetectTone {
    app_specific: Field,
    duration: Field,
    frequencies: [Field; 3],
}

com_class!(DetectTone: ITDetectTone);

impl DetectTone {
    pub(super) fn create() -> Result<Ref<Self>> {
        Object::new(DetectTone::default())
    }

    /// Frequencies are counted from 1.
    fn frequency(&self, index: LONG) -> Result<&Field> {
        usize::try_from(index)
            .ok()
            .and_then(|index| self.frequencies.get(index.checked_sub(1)?))
            .ok_or(Error::invalid_argument(
                "A tone has the frequencies 1, 2 and 3.",
            ))
    }
}

impl ITDetectToneImpl for Object<DetectTone> {
    fn get_app_specific(&self) -> Result<LONG> {
        Ok(self.app_specific.get())
    }

    fn put_app_specific(&self, number: LONG) -> Result<Success> {
        self.app_specific.set(number)
    }

    fn get_duration(&self) -> Result<LONG> {
        Ok(self.duration.get())
    }

    fn put_duration(&self, duration: LONG) -> Result<Success> {
        self.duration.set(duration)
    }

    fn get_frequency(&self, index: LONG) -> Result<LONG> {
        Ok(self.frequency(index)?.get())
    }

    fn put_frequency(&self, index: LONG, frequency: LONG) -> Result<Success> {
        self.frequency(index)?.set(frequency)
    }
}

/// One part of a tone to be sent.
#[derive(Default)]
pub(super) struct CustomTone {
    frequency: Field,
    cadence_on: Field,
    cadence_off: Field,
    volume: Field,
}

com_class!(CustomTone: ITCustomTone);

impl CustomTone {
    pub(super) fn create() -> Result<Ref<Self>> {
        Object::new(CustomTone::default())
    }
}

impl ITCustomToneImpl for Object<CustomTone> {
    fn get_frequency(&self) -> Result<LONG> {
        Ok(self.frequency.get())
    }

    fn put_frequency(&self, frequency: LONG) -> Result<Success> {
        self.frequency.set(frequency)
    }

    fn get_cadence_on(&self) -> Result<LONG> {
        Ok(self.cadence_on.get())
    }

    fn put_cadence_on(&self, milliseconds: LONG) -> Result<Success> {
        self.cadence_on.set(milliseconds)
    }

    fn get_cadence_off(&self) -> Result<LONG> {
        Ok(self.cadence_off.get())
    }

    fn put_cadence_off(&self, milliseconds: LONG) -> Result<Success> {
        self.cadence_off.set(milliseconds)
    }

    fn get_volume(&self) -> Result<LONG> {
        Ok(self.volume.get())
    }

    fn put_volume(&self, volume: LONG) -> Result<Success> {
        self.volume.set(volume)
    }
}

/// The objects of a collection; none for NULL.
fn objects_of<T: Class, I: Interface>(
    collection: Option<In<'_, ITCollection2>>,
) -> Result<Vec<Ref<T>>> {
    let mut tones = Vec::new();
    let Some(collection) = collection else {
        return Ok(tones);
    };
    let items = items_of(collection)?;
    tones.try_reserve_exact(items.len())?;
    for item in items {
        let tone = item.query::<I>().ok().and_then(|tone| tone.downcast::<T>());
        tones.push(tone.ok_or(Error::with(
            TAPI_E_INVALTONE,
            "An element of the collection is no tone of this library's.",
        ))?);
    }
    Ok(tones)
}

/// The tones of a collection of ITDetectTone.
pub(super) fn detect_tones_of(
    collection: Option<In<'_, ITCollection2>>,
) -> Result<Vec<TAPI_DETECTTONE>> {
    let objects = objects_of::<DetectTone, ITDetectTone>(collection)?;
    let mut tones = Vec::new();
    tones.try_reserve_exact(objects.len())?;
    tones.extend(objects.iter().map(|tone| {
        let [one, two, three] = &tone.frequencies;
        TAPI_DETECTTONE {
            dwAppSpecific: tone.app_specific.word(),
            dwDuration: tone.duration.word(),
            dwFrequency1: one.word(),
            dwFrequency2: two.word(),
            dwFrequency3: three.word(),
        }
    }));
    Ok(tones)
}

/// The tones of a collection of ITCustomTone.
pub(super) fn custom_tones_of(
    collection: Option<In<'_, ITCollection2>>,
) -> Result<Vec<TAPI_CUSTOMTONE>> {
    let collection = collection.ok_or(Error::pointer())?;
    let objects = objects_of::<CustomTone, ITCustomTone>(Some(collection))?;
    let mut tones = Vec::new();
    tones.try_reserve_exact(objects.len())?;
    tones.extend(objects.iter().map(|tone| TAPI_CUSTOMTONE {
        dwFrequency: tone.frequency.word(),
        dwCadenceOn: tone.cadence_on.word(),
        dwCadenceOff: tone.cadence_off.word(),
        dwVolume: tone.volume.word(),
    }));
    Ok(tones)
}
