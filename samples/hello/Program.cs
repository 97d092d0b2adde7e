// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Native;

namespace Bulkhead.Samples.Hello;

/// <summary>The smallest native partition: it says who it is and ends.</summary>
public static class Program
{
    /// <summary>The partition's main thread starts here; when it returns, the thread
    /// sleeps.</summary>
    /// <param name="argument">The description's <c>argument:</c>.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        Log.Write("hello from C# at EL0, partition "u8);
        Log.WriteDecimal(Partition.Info.Id);
        Log.Write(", argument "u8);
        Log.WriteDecimal(argument);
        Log.EndLine();
        Partition.ReportDone();
    }
}
