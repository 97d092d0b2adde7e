// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Processors;

/// <summary>Whether a CPU is held still by the structure lock's owner.</summary>
public enum Standing : uint
{
    /// <summary>It runs.</summary>
    Free = 0,

    /// <summary>It is asked to stand still.</summary>
    Asked = 1,

    /// <summary>It stands still, with nothing half done and its registers saved.</summary>
    Still = 2,
}
