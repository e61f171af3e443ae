//! A running process that gets less from the system than it asks for.

#![allow(dead_code, reason = "each test file uses its part")]

use rustix::process::{Pid, Resource, Rlimit, prlimit};

/// A limit of a process, until this is dropped.
pub struct Limited {
    id: Pid,
    resource: Resource,
    before: Rlimit,
}

impl Limited {
    fn to(id: u32, resource: Resource, most: u64) -> Self {
        let id = Pid::from_raw(id.try_into().unwrap()).unwrap();
        let limit = Rlimit {
            current: Some(most),
            maximum: rustix::process::getrlimit(resource).maximum,
        };
        let before = prlimit(Some(id), resource, limit).unwrap();
        Limited {
            id,
            resource,
            before,
        }
    }

    /// It may open so many descriptors more.
    pub fn descriptors(id: u32, more: u64) -> Self {
        let open = std::fs::read_dir(format!("/proc/{id}/fd")).unwrap();
        let mut numbers: Vec<u64> = open
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .map(|number| number.parse().unwrap())
            .collect();
        numbers.sort_unstable();
        // A new one takes the lowest number that is free.
        let mut most = 0;
        let mut free = 0;
        while free < more || numbers.contains(&most) {
            free += u64::from(!numbers.contains(&most));
            most += 1;
        }
        Self::to(id, Resource::Nofile, most)
    }

    /// It may have so many bytes of memory of its own more: a heap has room that it was not given yet,
    /// which counts as address space already.
    pub fn memory(id: u32, more: u64) -> Self {
        let sizes = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
        let size = sizes.lines().find_map(|line| line.strip_prefix("VmData:"));
        let size = size.unwrap().trim().strip_suffix(" kB").unwrap();
        let size: u64 = size.parse().unwrap();
        Self::to(id, Resource::Data, size * 1024 + more)
    }
}

impl Drop for Limited {
    fn drop(&mut self) {
        // A process that is gone needs no limit.
        let _ = prlimit(Some(self.id), self.resource, self.before);
    }
}
