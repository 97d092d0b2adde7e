// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Native;

namespace Bulkhead.Samples.Modes;

/// <summary>Switches between schedules, or is restarted by them and looks whether all was as the
/// description says.</summary>
public static class Program
{
    private static Starts s_starts;

    /// <summary>The partition's main thread.</summary>
    /// <param name="argument">How often to switch; 0 for a partition that is restarted.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        if (argument != 0) Conductor.Run(argument);
        else s_starts.Run();
    }
}
