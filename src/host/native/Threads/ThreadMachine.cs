// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Host;

namespace Bulkhead.Threads;

/// <summary>What threads need of the machine, over the simulated kernel.</summary>
internal static class ThreadMachine
{
    internal static ulong Now() => KernelSeam.Counter();

    internal static uint Index() => KernelSeam.ThreadRow;

    internal static ref ThreadRow Row(uint index)
    {
        var rows = (ThreadRow[])(KernelSeam.ThreadState ??= new ThreadRow[ThreadRow.Count]);
        return ref rows[index];
    }

    internal static ulong Up(uint index) =>
        KernelSeam.SemaphoreUp(Selectors.ThreadSemaphore + index);
}
