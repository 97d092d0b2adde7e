// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>What a virtual CPU has besides an execution context's registers.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct VirtualCpu : IPoolRow
{
    /// <summary>Words that an architecture package may keep of system registers.</summary>
    public const int SystemWordsMax = 48;

    /// <summary>Words that it may keep of the interrupt interface.</summary>
    public const int InterfaceWordsMax = 24;

    /// <summary>Exit kinds with a portal.</summary>
    public const int ExitKinds = 6;

    /// <summary>Saved system registers; their order is the architecture package's.</summary>
    public SystemRegisters System;

    /// <summary>Interrupt-controller interface state; its order is the architecture
    /// package's.</summary>
    public InterfaceRegisters Interface;

    /// <summary>Virtual interrupts.</summary>
    public VirtualInterruptSet Interrupts;

    /// <summary>Physical interrupt that a bound virtual interrupt ends.</summary>
    public PhysicalInterruptTable PhysicalInterrupts;

    /// <summary>The execution context; none marks a free row.</summary>
    public Link<ExecutionContext> Context;

    /// <summary>Number in its virtual machine.</summary>
    public uint Number;

    /// <summary>Interrupts 0 to 15 that virtual CPUs of other CPUs have sent and its own has not
    /// taken yet, a bit each.</summary>
    public uint Incoming;

    /// <summary>Monitor's portals by exit kind.</summary>
    public ExitPortals Portals;

    /// <summary>Deadline of its virtual timer while another virtual CPU owns the
    /// hardware's.</summary>
    public TimerNode Timer;

    /// <summary>The access that the monitor is answering.</summary>
    public MmioAccess PendingAccess;

    /// <summary>1 until it has reported <see cref="ExitKind.Startup"/>.</summary>
    public byte StartupPending;

    /// <summary>1 when it waits for its monitor's <see cref="Hypercall.Recall"/> to
    /// start.</summary>
    public byte IsOff;

    readonly bool IPoolRow.IsFree => Context.IsNone;

    /// <summary>Words of saved system registers.</summary>
    [InlineArray(SystemWordsMax)]
    public struct SystemRegisters { private ulong _element; }

    /// <summary>Words of saved interrupt-interface registers.</summary>
    [InlineArray(InterfaceWordsMax)]
    public struct InterfaceRegisters { private ulong _element; }

    /// <summary>Portals by exit kind.</summary>
    [InlineArray(ExitKinds)]
    public struct ExitPortals { private ExitPortal _element; }

    /// <summary>Physical interrupts by virtual interrupt.</summary>
    [InlineArray(Limits.VirtualInterruptsMax)]
    public struct PhysicalInterruptTable { private ushort _element; }
}
