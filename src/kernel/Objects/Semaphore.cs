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

    private StoredLink _cpu;

    /// <summary>Home: the CPU whose threads wait on it.</summary>
    public Link<Cpu> Cpu
    {
        readonly get => _cpu.As<Cpu>();
        set => _cpu = value;
    }

    /// <summary>Raises by other CPUs that its home has not taken yet.</summary>
    public uint Incoming;

    /// <summary>Interrupts and scheduling contexts that raise it.</summary>
    public uint BoundCount;

    readonly bool IPoolRow.IsFree => Header.Kind == Abi.ObjectKind.None;
}
