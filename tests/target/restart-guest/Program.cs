// SPDX-License-Identifier: MIT
using System.Runtime;

namespace Bulkhead.RestartGuest;

/// <summary>Looks whether the guest's memory is as it is when a machine is switched on.</summary>
public static class Program
{
    private static ulong s_starts;

    /// <summary>The guest's only work.</summary>
    /// <param name="marks">What was found in memory that no file is loaded to, all words
    /// combined.</param>
    /// <returns>1 when nothing was, and the program's own memory is new too.</returns>
    [RuntimeExport("guest_main")]
    public static ulong Main(ulong marks) => ++s_starts == 1 && marks == 0 ? 1u : 0;
}
