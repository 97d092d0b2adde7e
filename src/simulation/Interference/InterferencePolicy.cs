// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Interference;

/// <summary>Who may influence whom in a generated system.</summary>
public enum InterferencePolicy
{
    /// <summary>No partition may influence another.</summary>
    Isolated = 0,

    /// <summary>Partition 0 may raise a semaphore that partition 1 waits on; nothing comes
    /// back.</summary>
    OneWayDoorbell = 1,

    /// <summary>Partition 0 may read memory that partition 1 writes; nothing goes back.</summary>
    OneWayMemory = 2,
}
