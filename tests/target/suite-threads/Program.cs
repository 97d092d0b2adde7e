// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Threads;

/// <summary>The partitions with threads, and their neighbour.</summary>
public static class Program
{
    private static RecordWriter s_records;

    /// <summary>The main thread.</summary>
    /// <param name="argument">Which partition this is.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        switch (argument)
        {
            case 0:
                StartTests.Run(ref s_records);
                InheritanceTests.Run(ref s_records);
                WaitTests.Run(ref s_records);
                SharedTests.Run(ref s_records);
                break;
            case 1:
                ProcessorTests.Run(ref s_records);
                break;
            case 2:
                OverflowTests.Run(ref s_records);
                break;
            case 3:
                Neighbour.Run();
                return;
            case 4:
                RestartTests.Run(ref s_records);
                return;
            default:
                RestartTests.Conduct();
                return;
        }
        s_records.Finish();
    }

    /// <summary>A call of the neighbour.</summary>
    /// <param name="message">Anything; empty afterwards.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message) => SharedTests.Serve(ref message);
}
