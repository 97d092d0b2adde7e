// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>Tests of the collected heap.</summary>
public static class Program
{
    private static RecordWriter s_records;

    /// <summary>The main thread.</summary>
    /// <param name="argument">1: the client.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        if (argument != 0)
        {
            Client.Run();
            return;
        }
        ReachTests.Run(ref s_records);
        RootTests.Run(ref s_records);
        ExceptionTests.Run(ref s_records);
        ServerTests.Run(ref s_records);
        PauseTests.Run(ref s_records);
        GrowthTests.Run(ref s_records);
        FullTests.Run(ref s_records);
        s_records.Finish();
        Heap.Report();
    }

    /// <summary>The server thread.</summary>
    /// <param name="message">The call; the reply afterwards.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message) => Server.Serve(ref message);
}
