// SPDX-License-Identifier: MIT
using Bulkhead.Host;

namespace Internal.Runtime.Threading;

/// <summary>The clock of waits: the test's.</summary>
internal static class SystemCounter
{
    internal static ulong Ticks => KernelSeam.Counter();

    internal static ulong Frequency => KernelSeam.Info.CounterFrequency;
}
