// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Host;

namespace Bulkhead.Threads;

/// <summary>Waits of threads on their own semaphores, over the simulated kernel.</summary>
internal static class ThreadWait
{
    internal static ulong Until(uint own, ulong deadline) => KernelSeam.SemaphoreDown(
        Selectors.ThreadSemaphore + own, deadline, false, out _).Value;
}
