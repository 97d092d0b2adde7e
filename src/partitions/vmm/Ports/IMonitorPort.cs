// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Ports;

/// <summary>What the monitor tells its own main thread and the partition manager.</summary>
public interface IMonitorPort
{
    /// <summary>Makes the main thread call the server thread soon, so that it learns the next
    /// deadline.</summary>
    void Wake();

    /// <summary>Reports to the partition manager that the guest ended.</summary>
    /// <param name="end">How.</param>
    /// <param name="address">Faulting virtual address, 0 if none.</param>
    /// <param name="syndrome">Syndrome in the form of ESR_EL2, 0 if none.</param>
    /// <param name="pc">Program counter, 0 if unknown.</param>
    void ReportEnd(GuestEnd end, ulong address, ulong syndrome, ulong pc);
}
