// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>Arguments of <see cref="SystemKernel.CreateThread"/>.</summary>
public struct ThreadPlan
{
    /// <summary>Selector of the domain that it belongs to.</summary>
    public uint Domain;

    /// <summary>Address of its UTCB page in that domain.</summary>
    public ulong Utcb;

    /// <summary>Initial stack pointer.</summary>
    public ulong StackTop;

    /// <summary>First instruction; 0 for a server thread that only portals activate.</summary>
    public ulong Entry;

    /// <summary>Argument that it finds in x0.</summary>
    public ulong Argument;

    /// <summary>Selector of the portal that its faults call, 0 for none.</summary>
    public uint FaultPortal;

    /// <summary>Number that fault messages carry.</summary>
    public ulong Tag;

    /// <summary>CPU that it runs on.</summary>
    public uint Cpu;
}
