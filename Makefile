# The two commands of the README, and installing.
#
#     make demo                    builds what is missing and runs the main job
#     make test                    runs every test
#     make install PREFIX=/opt/x   installs library, headers, pkg-config file and command
#     make deb                     makes Debian packages of the same
#     make wheel                   makes a Python wheel with the library in it
#
# With DESKTOP=yes, `make`, `make install` and `make deb` build in microphones and loudspeakers.
#
# DESTDIR is put in front of every installed path, for packagers.

CARGO      ?= cargo
PYTHON     ?= python3
PREFIX     ?= /usr/local
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
BINDIR     ?= $(PREFIX)/bin
INSTALL    ?= install
# What is built in besides: lines that machines share (docs/cluster.md) and Opus (docs/media.md), where
# Rust is new enough for them. `make FEATURES=` leaves them out.
RUST       := $(shell $(or $(RUSTC),rustc) --version 2>/dev/null)
RUST_MINOR := $(word 3,$(subst ., ,$(RUST)))
FEATURES   ?= $(strip $(shell [ "$(or $(RUST_MINOR),0)" -ge 89 ] && echo cluster opus) $(if $(DESKTOP),sound-card))
# For debugging, PROFILE=dev builds faster.
PROFILE    ?= release

VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
# The ABI is that of the first number of the version that is not zero; before 1.0 that is 0.
SONAME  := libtapi3.so.$(firstword $(subst ., ,$(VERSION)))
# Its names for programs that call tapi32.dll by Mono, which looks for them as they are spelt there.
TAPI32  := libtapi32.so libTapi32.so libTAPI32.so libTAPI32.DLL.so
BUILD   := build$(if $(DESKTOP),/desktop)
BUILT   := $(or $(CARGO_TARGET_DIR),target)/$(if $(filter dev,$(PROFILE)),debug,$(PROFILE))

LIBRARY := $(BUILD)/lib/libtapi3.so.$(VERSION)
SOURCES := $(shell find Cargo.toml Cargo.lock build.rs idl src crates codegen docs/openapi.json \
	-type f -not -name '.*' -not -path '*/target/*')

all: library

# The library under all its names, as it will be installed, and the command.
library: $(LIBRARY)

# Where Rust is not to be found, or is another's under sudo, what was built before is good.
$(LIBRARY): $(SOURCES) $(if $(and $(RUST),$(if $(SUDO_USER),,no)),$(BUILD)/settings)
	mkdir -p $(BUILD)/lib $(BUILD)/bin
	touch $(BUILD)/begun
	# The C library for itself: beside the Rust one, it would not be optimised as a whole. Each build
	# takes the other's place, so both begin anew with the next change.
	TAPI3_SONAME=$(SONAME) $(CARGO) rustc --profile $(PROFILE) --locked --lib --crate-type cdylib --features '$(FEATURES)'
	$(INSTALL) -m 755 $(BUILT)/libtapi3.so $(BUILD)/libtapi3.so
	TAPI3_SONAME=$(SONAME) $(CARGO) build --profile $(PROFILE) --locked --bins --features '$(FEATURES)'
	$(INSTALL) -m 755 $(BUILT)/tapi3 $(BUILD)/bin/
	# What is changed meanwhile is newer.
	touch -r $(BUILD)/begun $(BUILD)/libtapi3.so
	mv $(BUILD)/libtapi3.so $@
	ln -sf libtapi3.so.$(VERSION) $(BUILD)/lib/$(SONAME)
	ln -sf $(SONAME) $(BUILD)/lib/libtapi3.so

# With what it was built: another compiler or other features are a reason to build it anew.
$(BUILD)/settings: FORCE
	@mkdir -p $(BUILD)
	@echo '$(PROFILE) $(FEATURES) $(RUSTFLAGS) $(RUST)' >$@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

FORCE:

# Cargo takes all cores by itself, and two builds would take each other's place.
.NOTPARALLEL:

$(BUILD)/hangup: library c-examples/hangup.c c-examples/example.h include/tapi3.h
	$(CC) -std=c11 -Wall -Wextra -Werror -pedantic -pthread -Iinclude -o $@ c-examples/hangup.c \
		-L$(BUILD)/lib -Wl,-rpath,$(abspath $(BUILD)/lib) -ltapi3

demo: $(BUILD)/hangup
	@echo "== A C program calls extension 1001 of the simulated exchange and hangs up =="
	$(BUILD)/hangup 1001
	@echo "== The same in Python =="
	PYTHONPATH=python TAPI3_LIBRARY=$(abspath $(BUILD)/lib/libtapi3.so) $(PYTHON) python/examples/hangup.py 1001

test:
	scripts/setup
	scripts/test

# As long as there is time for; what reaches new code is kept.
fuzz:
	scripts/setup
	scripts/fuzz 600 --keep

# Debian packages of what `install` installs, in build/deb.
deb:
	scripts/deb $(if $(DESKTOP),--desktop)

# A Python wheel that carries the library, in target/wheel.
wheel:
	scripts/wheel

headers:
	$(CARGO) run -p codegen

bench:
	$(CARGO) bench

install: library
	$(INSTALL) -d $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(INCLUDEDIR) $(DESTDIR)$(BINDIR)
	$(INSTALL) -m 755 $(LIBRARY) $(DESTDIR)$(LIBDIR)/
	ln -sf libtapi3.so.$(VERSION) $(DESTDIR)$(LIBDIR)/$(SONAME)
	for name in libtapi3.so $(TAPI32); do ln -sf $(SONAME) "$(DESTDIR)$(LIBDIR)/$$name" || exit; done
	$(INSTALL) -m 644 include/tapi3.h include/tapi3.hpp $(DESTDIR)$(INCLUDEDIR)/
	$(INSTALL) -d $(DESTDIR)$(INCLUDEDIR)/tapi3/compat $(DESTDIR)$(INCLUDEDIR)/tapi3/parts
	$(INSTALL) -m 644 include/tapi3/compat/*.h $(DESTDIR)$(INCLUDEDIR)/tapi3/compat/
	$(INSTALL) -m 644 include/tapi3/parts/*.h $(DESTDIR)$(INCLUDEDIR)/tapi3/parts/
	$(INSTALL) -m 755 $(BUILD)/bin/tapi3 $(DESTDIR)$(BINDIR)/
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|' \
		-e 's|@VERSION@|$(VERSION)|' tapi3.pc.in > $(DESTDIR)$(LIBDIR)/pkgconfig/tapi3.pc

uninstall:
	rm -f $(DESTDIR)$(LIBDIR)/libtapi3.so $(DESTDIR)$(LIBDIR)/$(SONAME) \
		$(addprefix $(DESTDIR)$(LIBDIR)/,$(TAPI32)) \
		$(DESTDIR)$(LIBDIR)/libtapi3.so.$(VERSION) $(DESTDIR)$(LIBDIR)/pkgconfig/tapi3.pc \
		$(DESTDIR)$(INCLUDEDIR)/tapi3.h $(DESTDIR)$(INCLUDEDIR)/tapi3.hpp $(DESTDIR)$(BINDIR)/tapi3
	rm -rf $(DESTDIR)$(INCLUDEDIR)/tapi3/compat $(DESTDIR)$(INCLUDEDIR)/tapi3/parts
	rmdir $(DESTDIR)$(INCLUDEDIR)/tapi3 2>/dev/null || true

clean:
	$(CARGO) clean
	rm -rf $(BUILD)

.PHONY: FORCE all library demo test fuzz deb wheel headers bench install uninstall clean
