//! The event of a program that runs under Mono. Its wait handles are no descriptors, and one that is
//! made up crashes it; so the event is a ManualResetEvent, by the functions that Mono has for native
//! code (<https://www.mono-project.com/docs/advanced/embedding/>).
//!
//! Only the command `mono` is taken for Mono: a C program that has it built in gets a descriptor.

use crate::tapi2::abi::LINEERR_RESOURCEUNAVAIL;
use crate::tapi2::event::RuntimeEvent;
use crate::tapi2::{Fault, Result};
use core::ffi::{CStr, c_char, c_int, c_void};
use core::mem::MaybeUninit;
use core::ptr::{NonNull, null_mut};
use once_cell::sync::OnceCell;
use rustix::fs::{CWD, readlinkat_raw};

/// A thing of Mono's, of whatever kind.
type Thing = *mut c_void;

/// Those functions of Mono's that an event needs, looked up in the program.
macro_rules! functions {
    ($($name:ident = $symbol:literal: $function:ty;)*) => {
        struct Mono {
            $($name: $function,)*
        }

        impl Mono {
            fn find() -> Option<Self> {
                Some(Mono {
                    // SAFETY: the function has the type that its page gives it.
                    $($name: unsafe {
                        core::mem::transmute::<Thing, $function>(found($symbol)?.as_ptr())
                    },)*
                })
            }
        }
    };
}

functions! {
    domain_get = c"mono_domain_get": unsafe extern "C" fn() -> Thing;
    get_root_domain = c"mono_get_root_domain": unsafe extern "C" fn() -> Thing;
    get_corlib = c"mono_get_corlib": unsafe extern "C" fn() -> Thing;
    class_from_name = c"mono_class_from_name":
        unsafe extern "C" fn(Thing, *const c_char, *const c_char) -> Thing;
    class_get_method_from_name = c"mono_class_get_method_from_name":
        unsafe extern "C" fn(Thing, *const c_char, c_int) -> Thing;
    object_new = c"mono_object_new": unsafe extern "C" fn(Thing, Thing) -> Thing;
    object_unbox = c"mono_object_unbox": unsafe extern "C" fn(Thing) -> Thing;
    runtime_invoke = c"mono_runtime_invoke":
        unsafe extern "C" fn(Thing, Thing, *mut Thing, *mut Thing) -> Thing;
    gchandle_new = c"mono_gchandle_new": unsafe extern "C" fn(Thing, c_int) -> u32;
    gchandle_get_target = c"mono_gchandle_get_target": unsafe extern "C" fn(u32) -> Thing;
    gchandle_free = c"mono_gchandle_free": unsafe extern "C" fn(u32);
    enter_gc_unsafe_region = c"mono_threads_enter_gc_unsafe_region":
        unsafe extern "C" fn(*mut Thing) -> Thing;
    exit_gc_unsafe_region = c"mono_threads_exit_gc_unsafe_region":
        unsafe extern "C" fn(Thing, *mut Thing);
    thread_attach = c"mono_thread_attach": unsafe extern "C" fn(Thing) -> Thing;
    thread_detach = c"mono_thread_detach": unsafe extern "C" fn(Thing);
    thread_info_detach = c"mono_thread_info_detach": unsafe extern "C" fn();
}

/// A new event, if the program runs under Mono. Fails if Mono makes none: a descriptor would end the
/// program.
pub fn event() -> Option<Result<RuntimeEvent>> {
    let made = mono()?.known(Mono::event).flatten();
    Some(match made {
        Some((token, handle)) => Ok(RuntimeEvent {
            handle,
            token,
            change,
            close,
        }),
        None => {
            tracing::warn!("Mono makes no event for an application");
            Err(Fault(LINEERR_RESOURCEUNAVAIL))
        }
    })
}

fn change(token: u32, set: bool) -> bool {
    let method = if set { c"Set" } else { c"Reset" };
    // SAFETY: the token is that of an event which is not closed yet.
    let change = |mono: &Mono| unsafe {
        let event = some((mono.gchandle_get_target)(token))?;
        mono.call(event, (c"EventWaitHandle", method), &mut [])
    };
    let changed = mono().and_then(|mono| mono.known(change)?).is_some();
    if !changed {
        tracing::warn!("Mono does not change the event of an application; it is tried again");
    }
    changed
}

fn close(token: u32) {
    if let Some(mono) = mono() {
        // SAFETY: it is the last that is done with the event. What it was is collected some time.
        mono.known(|mono| unsafe { (mono.gchandle_free)(token) });
    }
}

impl Mono {
    /// A new event: Mono's word for it, and its handle.
    fn event(&self) -> Option<(u32, usize)> {
        // SAFETY: the functions are called as their pages say, on a thread that Mono knows.
        unsafe {
            let class = self.class(c"ManualResetEvent")?;
            let domain = some((self.domain_get)())?;
            let event = some((self.object_new)(domain.as_ptr(), class.as_ptr()))?;
            // From now on it stays where it is, however long it is kept.
            let token = (self.gchandle_new)(event.as_ptr(), 1);
            let mut set = 0_u8;
            let (class, make) = (c"ManualResetEvent", c".ctor");
            let made = self.call(event, (class, make), &mut [(&raw mut set).cast()]);
            let boxed =
                made.and_then(|_| self.call(event, (c"WaitHandle", c"get_Handle"), &mut []));
            // An IntPtr in a box.
            let handle = boxed.and_then(some).map_or(0, |boxed| {
                (self.object_unbox)(boxed.as_ptr()).cast::<usize>().read()
            });
            if handle == 0 {
                (self.gchandle_free)(token);
                return None;
            }
            Some((token, handle))
        }
    }

    /// A class of the name space System.Threading.
    fn class(&self, name: &CStr) -> Option<NonNull<c_void>> {
        let space = c"System.Threading".as_ptr();
        // SAFETY: the texts end with a zero; classes can be looked up everywhere.
        unsafe {
            some((self.class_from_name)(
                (self.get_corlib)(),
                space,
                name.as_ptr(),
            ))
        }
    }

    /// Calls a method of a thing; nothing comes back if it throws.
    ///
    /// # Safety
    /// The thread is one that Mono knows, `thing` is an object of Mono's, and the arguments are such as
    /// the method takes, which is one of the object's class or of a class above it.
    unsafe fn call(
        &self,
        thing: NonNull<c_void>,
        (class, name): (&CStr, &CStr),
        arguments: &mut [Thing],
    ) -> Option<Thing> {
        // SAFETY: as demanded.
        unsafe {
            let (class, count) = (self.class(class)?, arguments.len() as c_int);
            let method = (self.class_get_method_from_name)(class.as_ptr(), name.as_ptr(), count);
            let method = some(method)?.as_ptr();
            let mut thrown: Thing = null_mut();
            let arguments = arguments.as_mut_ptr();
            let answer = (self.runtime_invoke)(method, thing.as_ptr(), arguments, &mut thrown);
            thrown.is_null().then_some(answer)
        }
    }

    /// Does something on a thread that Mono knows. This one becomes such for that long if it is none:
    /// Mono's end waits for the threads that it knows.
    fn known<T>(&self, act: impl FnOnce(&Mono) -> T) -> Option<T> {
        // SAFETY: Mono allows it on every thread; the calls are pairs.
        unsafe {
            if !(self.domain_get)().is_null() {
                let mut stack: Thing = null_mut();
                let region = (self.enter_gc_unsafe_region)(&raw mut stack);
                let done = act(self);
                (self.exit_gc_unsafe_region)(region, &raw mut stack);
                return Some(done);
            }
            let domain = some((self.get_root_domain)())?;
            let thread = (self.thread_attach)(domain.as_ptr());
            let done = act(self);
            (self.thread_detach)(thread);
            (self.thread_info_detach)();
            Some(done)
        }
    }
}

/// Mono, if the program runs under it.
fn mono() -> Option<&'static Mono> {
    static MONO: OnceCell<Option<Mono>> = OnceCell::new();
    MONO.get_or_init(|| is_command().then(Mono::find)?).as_ref()
}

/// Whether the program is the command `mono` or one like it, such as `mono-sgen`.
fn is_command() -> bool {
    let mut room = [MaybeUninit::uninit(); 4096];
    let Ok((path, _)) = readlinkat_raw(CWD, c"/proc/self/exe", &mut room[..]) else {
        return false;
    };
    let name = path.rsplit(|&byte| byte == b'/').next();
    name.is_some_and(|name| name.starts_with(b"mono"))
}

/// The function of that name, if the program brings it.
fn found(symbol: &CStr) -> Option<NonNull<c_void>> {
    // SAFETY: the name ends with a zero.
    some(unsafe { libc::dlsym(libc::RTLD_DEFAULT, symbol.as_ptr()) })
}

fn some(thing: Thing) -> Option<NonNull<c_void>> {
    NonNull::new(thing)
}
