// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>A counting semaphore with a first-in-first-out queue of waiting threads.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Semaphore : IPoolRow
{
    /// <summary>Common header; must be the first field.</summary>
    public ObjectHeader Header;

    /// <summary>Longest waiter; none: nobody waits.</summary>
    public Link<ExecutionContext> FirstWaiter;

    /// <summary>Latest waiter.</summary>
    public Link<ExecutionContext> LastWaiter;

    /// <summary>Count.</summary>
    public ulong Count;

    /// <summary>Interrupts that raise it.</summary>
    public uint BoundCount;

    readonly bool IPoolRow.IsFree => Header.Kind == Abi.ObjectKind.None;
}
