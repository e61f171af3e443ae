// What a wrapper library for .NET does with an error of TAPI 2 on Windows: it looks for a text in
// tapiui.dll, by functions of kernel32.dll.

using System;
using System.Runtime.InteropServices;

public class LineException : Exception
{
    const uint AllocateBuffer = 0x100, IgnoreInserts = 0x200, FromModule = 0x800;
    const uint AsDataFile = 2;

    public readonly int Code;

    public LineException(int code) : base(TextOf(code))
    {
        Code = code;
    }

    [DllImport("kernel32.dll", SetLastError = true)]
    static extern IntPtr LoadLibraryEx(string name, IntPtr none, uint flags);

    [DllImport("kernel32.dll", SetLastError = true)]
    static extern uint FormatMessage(
        uint flags, IntPtr source, uint message, uint language, out IntPtr buffer, uint size,
        IntPtr arguments);

    static string TextOf(int code)
    {
        IntPtr module = LoadLibraryEx("tapiui.dll", IntPtr.Zero, AsDataFile);
        IntPtr buffer;
        uint message = (uint)code - 0x80000000 + 0xe000;
        uint length = FormatMessage(
            AllocateBuffer | IgnoreInserts | FromModule, module, message, 0, out buffer, 0,
            IntPtr.Zero);
        return length > 0 ? Marshal.PtrToStringAnsi(buffer) : "";
    }
}
