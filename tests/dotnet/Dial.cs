// Calls a number and hangs up as soon as it is answered, as programs for .NET do that call tapi32.dll:
//
//     mono Dial.exe event|callback|blocking|leaving NUMBER
//
// An event to wait for, a callback, or lineGetMessage that waits: the three ways to messages; and the
// first of them without lineShutdown at the end. Prints each message.

using System;
using System.Runtime.InteropServices;
using System.Threading;
using Microsoft.Win32.SafeHandles;

static class Tapi
{
    public const int UseHiddenWindow = 1, UseEvent = 2;
    public const int Owner = 4, InteractiveVoice = 4;
    public const int LineCallState = 2, LineReply = 12;
    public const int Idle = 1, Connected = 0x100;

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct InitializeExParams
    {
        public int TotalSize, NeededSize, UsedSize, Options;
        public IntPtr Event;
        public int CompletionKey;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct Message
    {
        public uint Device;
        public int Id;
        public IntPtr Instance, First, Second, Third;
    }

    public delegate void Callback(
        uint device, int id, IntPtr instance, IntPtr first, IntPtr second, IntPtr third);

    // The spellings that programs have, and each of the character sets.
    [DllImport("Tapi32.dll", CharSet = CharSet.Unicode)]
    public static extern int lineInitializeEx(
        out uint app, IntPtr instance, Callback callback, string name, out int devices,
        ref int version, ref InitializeExParams parameters);

    [DllImport("tapi32.dll", CharSet = CharSet.Ansi)]
    public static extern int lineInitialize(
        out uint app, IntPtr instance, Callback callback, string name, out int devices);

    [DllImport("TAPI32.DLL")]
    public static extern int lineNegotiateAPIVersion(
        uint app, int device, int low, int high, out int version, [Out] byte[] extension);

    [DllImport("tapi32", CharSet = CharSet.Auto)]
    public static extern int lineOpen(
        uint app, int device, out uint line, int version, int extension, IntPtr instance,
        int privileges, int mediaModes, IntPtr parameters);

    [DllImport("tapi32.dll", CharSet = CharSet.Unicode)]
    public static extern int lineMakeCall(
        uint line, out uint call, string address, int country, IntPtr parameters);

    [DllImport("TAPI32.dll", EntryPoint = "lineGetCallInfoW", ExactSpelling = true)]
    public static extern int lineGetCallInfo(uint call, byte[] information);

    [DllImport("tapi32.dll")]
    public static extern int lineDrop(uint call, byte[] information, int size);

    [DllImport("tapi32.dll")]
    public static extern int lineDeallocateCall(uint call);

    [DllImport("tapi32.dll")]
    public static extern int lineGetMessage(uint app, out Message message, int milliseconds);

    [DllImport("tapi32.dll")]
    public static extern int lineShutdown(uint app);

    // What this library has besides: the callback on a thread of its own.
    [DllImport("tapi32.dll")]
    public static extern int tapi3_line_use_thread(uint app);
}

static class Dial
{
    static readonly ManualResetEvent Over = new ManualResetEvent(false);
    static uint app, line, call;

    // Kept for as long as the library may call it.
    static readonly Tapi.Callback Called = (device, id, instance, first, second, third) =>
        Tell(new Tapi.Message { Device = device, Id = id, First = first, Second = second });

    static void Check(string function, int result)
    {
        if (result < 0)
            throw new Exception(string.Format("{0}: 0x{1:X8}", function, result));
    }

    static string CalledAddress()
    {
        var information = new byte[4096];
        BitConverter.GetBytes(information.Length).CopyTo(information, 0);
        Check("lineGetCallInfo", Tapi.lineGetCallInfo(call, information));
        // dwCalledIDSize and dwCalledIDOffset
        int size = BitConverter.ToInt32(information, 132), offset = BitConverter.ToInt32(information, 136);
        return System.Text.Encoding.Unicode.GetString(information, offset, size).TrimEnd('\0');
    }

    static void Tell(Tapi.Message message)
    {
        if (message.Id == Tapi.LineReply)
            Console.WriteLine("reply {0}", (int)message.Second.ToInt64());
        if (message.Id != Tapi.LineCallState)
            return;
        int state = (int)message.First.ToInt64();
        Console.WriteLine("state 0x{0:X}", state);
        if (state == Tapi.Connected)
        {
            Console.WriteLine("connected with {0}", CalledAddress());
            Check("lineDrop", Tapi.lineDrop(call, null, 0));
        }
        if (state == Tapi.Idle)
            Over.Set();
        // What is not held is collected now, not some day.
        GC.Collect();
    }

    static void Main(string[] arguments)
    {
        bool callback = arguments[0] == "callback";
        int devices, version = 0x00020002;
        var parameters = new Tapi.InitializeExParams();
        parameters.TotalSize = Marshal.SizeOf(typeof(Tapi.InitializeExParams));
        parameters.Options = callback ? Tapi.UseHiddenWindow : Tapi.UseEvent;
        Check("lineInitializeEx", Tapi.lineInitializeEx(
            out app, IntPtr.Zero, callback ? Called : null, "Dial", out devices, ref version,
            ref parameters));
        if (callback)
            Check("tapi3_line_use_thread", Tapi.tapi3_line_use_thread(app));
        var messages = new ManualResetEvent(false);
        if (!callback)
            messages.SafeWaitHandle = new SafeWaitHandle(parameters.Event, false);
        if (!callback && messages.WaitOne(0))
            throw new Exception("the event is set though no message waits");

        Check("lineNegotiateAPIVersion", Tapi.lineNegotiateAPIVersion(
            app, 0, 0x00010003, 0x00020002, out version, new byte[16]));
        Check("lineOpen", Tapi.lineOpen(
            app, 0, out line, version, 0, IntPtr.Zero, Tapi.Owner, Tapi.InteractiveVoice,
            IntPtr.Zero));
        Check("lineMakeCall", Tapi.lineMakeCall(line, out call, arguments[1], 0, IntPtr.Zero));
        while (!Over.WaitOne(0))
        {
            Tapi.Message message;
            if (callback)
                Over.WaitOne();
            else if (arguments[0] == "blocking")
            {
                Check("lineGetMessage", Tapi.lineGetMessage(app, out message, -1));
                Tell(message);
            }
            else
            {
                messages.WaitOne();
                Check("lineGetMessage", Tapi.lineGetMessage(app, out message, 0));
                Tell(message);
            }
        }
        if (arguments[0] == "leaving")
            return;
        Check("lineDeallocateCall", Tapi.lineDeallocateCall(call));
        Check("lineShutdown", Tapi.lineShutdown(app));
        Check("lineInitialize", Tapi.lineInitialize(
            out app, IntPtr.Zero, Called, "D\u00ebal", out devices));
        Check("lineShutdown", Tapi.lineShutdown(app));
        Console.WriteLine("over, {0} lines", devices);
    }
}
