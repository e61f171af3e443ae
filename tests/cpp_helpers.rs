//! The helpers of tapi3.hpp at run time, against the library: who holds a reference, who frees.

#[path = "support/compiler.rs"]
mod compiler;

use compiler::Unit;

/// Exits with the line of the first check that fails.
const PROGRAM: &str = r#"
#include <tapi3.hpp>
#include <utility>
#define CHECK(condition) do { if (!(condition)) return __LINE__; } while (0)

class Counted final : public IUnknown {
public:
    ULONG references = 1;
    STDMETHODIMP QueryInterface(REFIID riid, void **ppv) override {
        if (!ppv) return E_POINTER;
        *ppv = riid == IID_IUnknown ? this : nullptr;
        if (!*ppv) return E_NOINTERFACE;
        AddRef();
        return S_OK;
    }
    STDMETHODIMP_(ULONG) AddRef() override { return ++references; }
    STDMETHODIMP_(ULONG) Release() override { return --references; }
};

static int pointers() {
    Counted object;
    {
        tapi3::ComPtr<IUnknown> one(&object);
        CHECK(object.references == 2 && one.get() == &object && one);
        tapi3::ComPtr<IUnknown> two = one;
        CHECK(object.references == 3);
        tapi3::ComPtr<IUnknown> moved = std::move(two);
        CHECK(object.references == 3 && !two);
        moved = moved;
        CHECK(object.references == 3 && moved.get() == &object);
        moved = nullptr;
        CHECK(object.references == 2 && !moved);
        CHECK(SUCCEEDED(one->QueryInterface(IID_IUnknown, moved.put_void())));
        CHECK(object.references == 3);
        CHECK(!one.as<ITTAPI>() && one.as<IUnknown>());
        CHECK(object.references == 3);
        tapi3::ComPtr<ITTAPI> none;
        CHECK(one.query(none) == E_NOINTERFACE && none.query(one) == E_POINTER && one);
        moved.put();
        CHECK(object.references == 2);
        moved.attach(one.detach());
        CHECK(object.references == 2 && !one);
    }
    CHECK(object.references == 1);
    return 0;
}

static int texts() {
    tapi3::Bstr empty;
    CHECK(empty.empty() && empty.get() == nullptr && empty.utf8().empty() && empty.str().empty());
    tapi3::Bstr number(OLESTR("1001"));
    CHECK(number.length() == 4 && SysStringLen(number.get()) == 4 && number.utf8() == "1001");
    tapi3::Bstr copy = number;
    CHECK(copy.get() != number.get() && copy.str() == number.str());
    BSTR raw = copy.detach();
    CHECK(copy.empty() && raw);
    *copy.put() = raw;
    CHECK(copy.utf8() == "1001");
    copy = tapi3::Bstr::from_utf8("Z\xC3\xBCrich \xF0\x9F\x93\x9E");
    CHECK(copy.length() == 9 && copy.utf8() == "Z\xC3\xBCrich \xF0\x9F\x93\x9E");
    // The standard string is that of UTF-16, whatever wchar_t is.
    CHECK(copy.str() == u"Z\u00FCrich \U0001F4DE" && copy.str().size() == 9);
    const char16_t with_zero[] = {'a', 0, 'b'};
    tapi3::Bstr kept(std::u16string(with_zero, 3));
    CHECK(kept.length() == 3 && tapi3::Bstr(kept).length() == 3);
    return 0;
}

static int objects() {
    tapi3::ComPtr<ITTAPI> tapi;
    CHECK(SUCCEEDED(CoInitializeEx(nullptr, COINIT_MULTITHREADED)));
    CHECK(tapi3::create(CLSID_TAPI, tapi) == S_OK && tapi);
    ITTAPI2 *second = nullptr;
    CHECK(tapi->QueryInterface(&second) == S_OK && second != nullptr);
    // One object, one identity.
    CHECK(tapi.as<IUnknown>().get() == tapi3::ComPtr<ITTAPI2>(second).as<IUnknown>().get());
    second->Release();
    // A VARIANT is passed by value from C++ to the library.
    VARIANT wrong;
    VariantInit(&wrong);
    wrong.vt = VT_I4;
    wrong.lVal = 7;
    CHECK(tapi->Initialize() == S_OK);
    CHECK(tapi->SetCallHubTracking(wrong, VARIANT_TRUE) == E_INVALIDARG);
    VARIANT all;
    VariantInit(&all);
    CHECK(tapi->SetCallHubTracking(all, VARIANT_TRUE) == S_OK);
    CHECK(tapi->Shutdown() == S_OK);
    tapi.reset();
    CoUninitialize();
    return 0;
}

int main() {
    int line = pointers();
    if (!line) line = texts();
    if (!line) line = objects();
    if (line) std::printf("line %d\n", line);
    return line != 0;
}
"#;

#[test]
fn helpers_hold_what_they_should_and_give_it_back() {
    let sanitized = "-fsanitize=address";
    for (standard, option) in [
        ("c++11", "-O1"),
        ("c++20", "-O1"),
        ("c++17", "-fshort-wchar"),
    ] {
        let source = format!("#include <cstdio>{PROGRAM}");
        // `moved = moved` is meant.
        let options = &["-Wno-self-assign-overloaded", option, sanitized][..];
        Unit {
            standard,
            options,
            source: &source,
        }
        .run();
    }
}

/// Sinks that throw. What goes to the log is caught by the program's own `tapi3_log`, which comes
/// before the library's.
const SINKS: &str = r#"
#include <tapi3.hpp>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <csignal>
#include <mutex>
#include <pthread.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#define CHECK(condition) do { if (!(condition)) return __LINE__; } while (0)

static std::mutex lock;
static std::string said;

extern "C" void tapi3_log(LONG level, const char *target, const char *text) {
    std::lock_guard<std::mutex> hold(lock);
    said = std::to_string(level) + " " + target + " " + text;
}

static std::string last_said() {
    std::lock_guard<std::mutex> hold(lock);
    return said;
}

enum class Manner { text, number, leave };

/* Throws at every event, and counts them. */
class Thrower final : public tapi3::EventSink {
public:
    explicit Thrower(Manner manner) : manner_(manner) {}
    static int living;
    /* Whether so many events came. */
    bool wait_for(int count) {
        std::unique_lock<std::mutex> hold(lock_);
        return changed_.wait_for(hold, std::chrono::seconds(60), [&] { return events_ >= count; });
    }

private:
    ~Thrower() override { living--; }
    void on_event(TAPI_EVENT, IDispatch *) override {
        {
            std::lock_guard<std::mutex> hold(lock_);
            events_++;
            changed_.notify_all();
        }
        if (manner_ == Manner::text) throw std::runtime_error("no room in the list");
        if (manner_ == Manner::number) throw 7;
        pthread_exit(nullptr);
    }
    Manner manner_;
    std::mutex lock_;
    std::condition_variable changed_;
    int events_ = 0;
};
int Thrower::living = 0;

/* The same without the base class. */
class Careless final : public ITTAPIEventNotification {
public:
    STDMETHODIMP QueryInterface(REFIID, void **object) override {
        *object = this;
        return S_OK;
    }
    STDMETHODIMP_(ULONG) AddRef() override { return 2; }
    STDMETHODIMP_(ULONG) Release() override { return 1; }
    STDMETHODIMP Event(TAPI_EVENT, IDispatch *) override { throw std::runtime_error("careless"); }
};

static int answers() {
    Thrower::living = 2;
    {
        tapi3::ComPtr<Thrower> text(new Thrower(Manner::text)), number(new Thrower(Manner::number));
        CHECK(text->Event(TE_CALLSTATE, nullptr) == E_UNEXPECTED);
        CHECK(last_said() == "1 tapi3::EventSink no room in the list");
        CHECK(number->Event(TE_CALLSTATE, nullptr) == E_UNEXPECTED);
        CHECK(last_said().find("no std::exception") != std::string::npos);
        void *found = &found;
        CHECK(text->QueryInterface(IID_ITTAPI, &found) == E_NOINTERFACE && found == nullptr);
        CHECK(text->QueryInterface(IID_IUnknown, nullptr) == E_POINTER);
        CHECK(text.as<ITTAPIEventNotification>().get() == text.get());
        CHECK(text.as<IUnknown>());
    }
    CHECK(Thrower::living == 0);
    /* The end of a thread goes on, and is said. */
    tapi3::ComPtr<Thrower> leaving(new Thrower(Manner::leave));
    std::thread([&] { leaving->Event(TE_CALLSTATE, nullptr); }).join();
    CHECK(last_said().find("ends the process") != std::string::npos);
    return 0;
}

/* Places a call with the sink tied, and hangs up. */
static int call(ITTAPIEventNotification *sink, Thrower *counting) {
    tapi3::ComPtr<ITTAPI> tapi;
    CHECK(SUCCEEDED(CoInitializeEx(nullptr, COINIT_MULTITHREADED)));
    CHECK(SUCCEEDED(tapi3::create(CLSID_TAPI, tapi)) && SUCCEEDED(tapi->Initialize()));
    auto container = tapi.as<IConnectionPointContainer>();
    tapi3::ComPtr<IConnectionPoint> point;
    CHECK(SUCCEEDED(container->FindConnectionPoint(IID_ITTAPIEventNotification, point.put())));
    DWORD cookie = 0;
    CHECK(SUCCEEDED(point->Advise(sink, &cookie)));
    CHECK(SUCCEEDED(tapi->put_EventFilter(TE_CALLSTATE)));
    tapi3::ComPtr<IEnumAddress> all;
    tapi3::ComPtr<ITAddress> address;
    CHECK(SUCCEEDED(tapi->EnumerateAddresses(all.put())));
    CHECK(all->Next(1, address.put(), nullptr) == S_OK);
    tapi3::ComPtr<ITBasicCallControl> call;
    CHECK(SUCCEEDED(address->CreateCall(tapi3::Bstr(OLESTR("1001")).get(), LINEADDRESSTYPE_PHONENUMBER,
                                        TAPIMEDIATYPE_AUDIO, call.put())));
    CHECK(call->Connect(VARIANT_TRUE) == S_OK);
    CHECK(call->Disconnect(DC_NORMAL) == S_OK);
    /* In progress, connected, disconnected. */
    if (counting) CHECK(counting->wait_for(3));
    else std::this_thread::sleep_for(std::chrono::seconds(60));
    CHECK(SUCCEEDED(point->Unadvise(cookie)) && tapi->Shutdown() == S_OK);
    return 0;
}

static int every_event_comes() {
    Thrower::living = 1;
    {
        tapi3::ComPtr<Thrower> sink(new Thrower(Manner::text));
        int line = call(sink.get(), sink.get());
        if (line) return line;
    }
    CHECK(Thrower::living == 0);
    CHECK(last_said() == "1 tapi3::EventSink no room in the list");
    return 0;
}

/* Whether the process that calls with this sink is ended by it. */
static bool ends_the_process(ITTAPIEventNotification *sink) {
    pid_t child = fork();
    if (child == 0) {
        if (!std::freopen("/dev/null", "w", stderr)) _exit(1);
        call(sink, nullptr);
        _exit(0);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static int what_cannot_be_helped() {
    Careless careless;
    CHECK(ends_the_process(&careless));
    tapi3::ComPtr<Thrower> leaving(new Thrower(Manner::leave));
    CHECK(ends_the_process(leaving.get()));
    return 0;
}

int main() {
    /* First what forks: this process has no threads yet. */
    int line = what_cannot_be_helped();
    if (!line) line = answers();
    if (!line) line = every_event_comes();
    if (line) std::printf("line %d\n", line);
    return line != 0;
}
"#;

#[test]
fn a_sink_of_the_base_class_lets_no_exception_out() {
    for standard in ["c++11", "c++20"] {
        Unit {
            standard,
            options: &["-pthread"],
            source: SINKS,
        }
        .run();
    }
}

#[test]
fn the_base_class_compiles_where_there_are_no_exceptions() {
    Unit {
        standard: "c++17",
        options: &["-fno-exceptions", "-fno-rtti"],
        source: "#include <tapi3.hpp>
class Quiet final : public tapi3::EventSink {
    void on_event(TAPI_EVENT, IDispatch *) override {}
};
int main() { return tapi3::ComPtr<Quiet>(new Quiet)->Event(TE_CALLSTATE, nullptr) != S_OK; }
",
    }
    .run();
}
