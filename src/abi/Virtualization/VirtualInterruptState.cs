// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>State of a virtual interrupt as <see cref="Hypercall.VirtualInterrupt"/> returns
/// it.</summary>
[System.Flags]
public enum VirtualInterruptState : ulong
{
    /// <summary>Neither pending nor active.</summary>
    Inactive = 0,

    /// <summary>Pending.</summary>
    Pending = 1,

    /// <summary>Active: acknowledged, not yet ended.</summary>
    Active = 2,

    /// <summary>The input line is raised.</summary>
    Line = 4,

    /// <summary>Enabled.</summary>
    Enabled = 8,
}
