// Has a function of TAPI 2 fail, and tells by which exception it hears of that.

using System;
using System.Runtime.InteropServices;

static class Failing
{
    [DllImport("tapi32.dll")]
    static extern int lineShutdown(uint app);

    static void Main()
    {
        try
        {
            int code = lineShutdown(4711);
            if (code != 0)
                throw new LineException(code);
        }
        catch (LineException failure)
        {
            Console.WriteLine("0x{0:x} \"{1}\"", failure.Code, failure.Message);
        }
        catch (EntryPointNotFoundException lacking)
        {
            Console.WriteLine("no {0}", lacking.Message.Split(' ')[0]);
        }
    }
}
