// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Vmm;

/// <summary>
/// The main thread has no state but a deadline: it waits until the console has input, until the
/// server thread wants to be called, or until waiting output is due, and then calls the server
/// thread.
/// </summary>
public static class MainThread
{
    /// <summary>Entry of the program.</summary>
    /// <param name="argument">Not used.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        ulong deadlineTicks = Kernel.Poll;
        while (true)
        {
            Status status = Semaphore.Wakeup.DownAll(deadlineTicks).Code.Status;
            if (status != Status.Success && status != Status.Timeout) return;
            CallResult next = Portal.Self.Call(0, 0);
            if (!next.IsSuccess) return;
            deadlineTicks = next.Value;
        }
    }
}
