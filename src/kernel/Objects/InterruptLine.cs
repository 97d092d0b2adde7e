// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Ownership of a physical interrupt and where it goes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct InterruptLine : IPoolRow
{
    /// <summary>Common header; must be the first field.</summary>
    public ObjectHeader Header;

    /// <summary>Physical interrupt id.</summary>
    public uint Interrupt;

    /// <summary>Virtual interrupt id when it is bound to a virtual CPU.</summary>
    public uint VirtualInterrupt;

    /// <summary>Semaphore to raise, or none.</summary>
    public Link<Semaphore> Semaphore;

    /// <summary>Virtual CPU to inject into, or none.</summary>
    public Link<ExecutionContext> Vcpu;

    /// <summary>1 when edge-triggered.</summary>
    public byte IsEdge;

    readonly bool IPoolRow.IsFree => Header.Kind == Abi.ObjectKind.None;
}
