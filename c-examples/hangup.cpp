// Places a call, shows each of its states as the event arrives, hangs up: as hangup.c does, in C++.
//
//     hangup-cpp [--line NAME] [DESTINATION]
//
// Interfaces are abstract classes here, ComPtr and Bstr release and free what they hold, EventSink
// counts references and lets no exception out. TAPI3_NO_VPTR_CHECK stands before what calls
// interfaces, so that -fsanitize=undefined can watch the rest.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <string>
#include <tapi3.hpp>

using tapi3::Bstr;
using tapi3::ComPtr;

namespace {

// How long to wait for the last event of a call that was hung up.
constexpr std::chrono::seconds patience(10);

const char *state_name(CALL_STATE state) {
    switch (state) {
    case CS_IDLE: return "idle";
    case CS_INPROGRESS: return "in progress";
    case CS_CONNECTED: return "connected";
    case CS_DISCONNECTED: return "disconnected";
    case CS_OFFERING: return "offering";
    case CS_HOLD: return "on hold";
    case CS_QUEUED: return "queued";
    default: return "unknown";
    }
}

const char *cause_name(CALL_STATE_EVENT_CAUSE cause) {
    switch (cause) {
    case CEC_DISCONNECT_NORMAL: return " (normal)";
    case CEC_DISCONNECT_BUSY: return " (busy)";
    case CEC_DISCONNECT_BADADDRESS: return " (bad address)";
    case CEC_DISCONNECT_NOANSWER: return " (no answer)";
    case CEC_DISCONNECT_CANCELLED: return " (cancelled)";
    case CEC_DISCONNECT_REJECTED: return " (rejected)";
    case CEC_DISCONNECT_FAILED: return " (failed)";
    case CEC_DISCONNECT_BLOCKED: return " (blocked)";
    default: return "";
    }
}

const char *hresult_name(HRESULT hr) {
    const char *name = tapi3_hresult_name(hr);
    return name != nullptr ? name : "a result code without a name";
}

void complain(const char *what, HRESULT hr) {
    char *message = tapi3_last_error_message();
    std::fprintf(stderr, "%s: %s\n  %s\n", what, hresult_name(hr),
                 message != nullptr ? message : tapi3_hresult_message(hr));
    CoTaskMemFree(message);
}

// An event sink. The library keeps a reference while it is tied.
class Sink final : public tapi3::EventSink {
public:
    // Waits for the event that says the call is over. Returns whether it came.
    bool wait_for_end() {
        std::unique_lock<std::mutex> hold(lock_);
        return changed_.wait_for(hold, patience, [this] { return over_; });
    }

private:
    // Runs on the library's thread.
    TAPI3_NO_VPTR_CHECK void on_event(TAPI_EVENT event, IDispatch *object) override {
        if (event != TE_CALLSTATE) return;
        auto change = ComPtr<IDispatch>(object).as<ITCallStateEvent>();
        CALL_STATE state = CS_IDLE;
        CALL_STATE_EVENT_CAUSE cause = CEC_NONE;
        if (!change || FAILED(change->get_State(&state))) return;
        change->get_Cause(&cause);
        std::printf("event: %s%s\n", state_name(state), cause_name(cause));
        std::fflush(stdout);
        if (state == CS_DISCONNECTED) {
            std::lock_guard<std::mutex> hold(lock_);
            over_ = true;
            changed_.notify_one();
        }
    }

    std::mutex lock_;
    std::condition_variable changed_;
    bool over_ = false;
};

// Ties a sink to the TAPI object for as long as this lives.
class Listening {
public:
    TAPI3_NO_VPTR_CHECK HRESULT begin(ITTAPI *tapi, Sink *sink) {
        auto container = ComPtr<ITTAPI>(tapi).as<IConnectionPointContainer>();
        if (!container) return E_NOINTERFACE;
        HRESULT hr = container->FindConnectionPoint(IID_ITTAPIEventNotification, point_.put());
        if (FAILED(hr)) return hr;
        hr = point_->Advise(sink, &cookie_);
        if (FAILED(hr)) point_.reset();
        return hr;
    }
    TAPI3_NO_VPTR_CHECK ~Listening() {
        if (point_) point_->Unadvise(cookie_);
    }

private:
    ComPtr<IConnectionPoint> point_;
    DWORD cookie_ = 0;
};

// Whether the address carries audio and, if `name` is given, has that name.
TAPI3_NO_VPTR_CHECK bool fits(const ComPtr<ITAddress> &address, const char *name) {
    auto media = address.as<ITMediaSupport>();
    VARIANT_BOOL audio = VARIANT_FALSE;
    if (!media || FAILED(media->QueryMediaType(TAPIMEDIATYPE_AUDIO, &audio)) || !audio) return false;
    if (name == nullptr) return true;
    Bstr found;
    return SUCCEEDED(address->get_AddressName(found.put())) && found.utf8() == name;
}

TAPI3_NO_VPTR_CHECK ComPtr<ITAddress> find_address(ITTAPI *tapi, const char *name) {
    ComPtr<IEnumAddress> addresses;
    if (FAILED(tapi->EnumerateAddresses(addresses.put()))) return nullptr;
    ComPtr<ITAddress> address;
    while (addresses->Next(1, address.put(), nullptr) == S_OK) {
        if (fits(address, name)) return address;
    }
    return nullptr;
}

// Connects a call to `destination` and hangs up. Returns whether both went well.
TAPI3_NO_VPTR_CHECK bool talk(ITAddress *address, const char *destination, Sink *sink) {
    Bstr text = Bstr::from_utf8(destination);
    bool is_number = std::strspn(destination, "+0123456789*#,-.() ") == std::strlen(destination);
    LONG type = is_number ? LINEADDRESSTYPE_PHONENUMBER : LINEADDRESSTYPE_DOMAINNAME;
    ComPtr<ITBasicCallControl> call;
    HRESULT hr = address->CreateCall(text.get(), type, TAPIMEDIATYPE_AUDIO, call.put());
    if (FAILED(hr)) {
        complain("CreateCall", hr);
        return false;
    }

    HRESULT connected = call->Connect(VARIANT_TRUE);
    if (FAILED(connected)) complain("Connect", connected);

    HRESULT ended = call->Disconnect(DC_NORMAL);
    if (FAILED(ended)) complain("Disconnect", ended);
    // Events come on a thread of their own; S_FALSE says that there was nothing to end.
    if (ended == S_OK && !sink->wait_for_end()) {
        std::fprintf(stderr, "The event that says the call is over did not come.\n");
        return false;
    }
    std::printf("Disconnect: %s\n", hresult_name(ended));
    return SUCCEEDED(connected) && SUCCEEDED(ended);
}

// Everything between Initialize and Shutdown.
TAPI3_NO_VPTR_CHECK bool place_and_hang_up(ITTAPI *tapi, const char *line, const char *destination) {
    auto address = find_address(tapi, line);
    if (!address) {
        if (line) {
            std::fprintf(stderr, "No line for audio is called \"%s\".\n", line);
        } else {
            std::fprintf(stderr, "No address for audio.\n");
        }
        return false;
    }
    ComPtr<Sink> sink(new Sink);
    Listening listening;
    HRESULT hr = listening.begin(tapi, sink.get());
    if (SUCCEEDED(hr)) hr = tapi->put_EventFilter(TE_CALLSTATE);
    if (FAILED(hr)) {
        complain("Listening", hr);
        return false;
    }
    return talk(address.get(), destination, sink.get());
}

} // namespace

TAPI3_NO_VPTR_CHECK int main(int argc, char **argv) {
    const char *line = nullptr;
    const char *destination = "1001";
    for (int i = 1; i < argc; i++) {
        if (std::strcmp(argv[i], "--line") == 0 && i + 1 < argc) {
            line = argv[++i];
        } else if (argv[i][0] != '-') {
            destination = argv[i];
        } else {
            std::fprintf(stderr, "usage: %s [--line NAME] [DESTINATION]\n", argv[0]);
            return 2;
        }
    }

    HRESULT hr = CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    if (FAILED(hr)) {
        complain("CoInitializeEx", hr);
        return 1;
    }
    bool good = false;
    {
        ComPtr<ITTAPI> tapi;
        hr = tapi3::create(CLSID_TAPI, tapi);
        if (SUCCEEDED(hr)) hr = tapi->Initialize();
        if (SUCCEEDED(hr)) {
            good = place_and_hang_up(tapi.get(), line, destination);
            tapi->Shutdown();
        } else {
            complain("Initialize", hr);
        }
    }
    CoUninitialize();
    return good ? 0 : 1;
}
