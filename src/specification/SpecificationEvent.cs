// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>Something that a processor sees: what the running context does, or what its
/// surroundings do.</summary>
public abstract record SpecificationEvent;

/// <summary>The running native thread makes a hypercall.</summary>
/// <param name="Number">The immediate of its instruction.</param>
/// <param name="Arguments">x0 to x9.</param>
public sealed record HypercallMade(Hypercall Number, ImmutableArray<ulong> Arguments)
    : SpecificationEvent;

/// <summary>The running native thread faults.</summary>
/// <param name="Fault">What it did.</param>
/// <param name="Address">The address that it concerns.</param>
/// <param name="Syndrome">The processor's word for it.</param>
/// <param name="Pc">Its program counter.</param>
/// <param name="Stack">Its stack pointer.</param>
public sealed record ThreadFaulted(
    FaultKind Fault, ulong Address, ulong Syndrome, ulong Pc, ulong Stack) : SpecificationEvent;

/// <summary>A word of a message page is written.</summary>
/// <param name="Index">0 to 511.</param>
/// <param name="Value">The word.</param>
/// <param name="Thread">The thread whose page it is; none: the running thread's.</param>
public sealed record MessageWritten(int Index, ulong Value, ObjectId Thread = default)
    : SpecificationEvent;

/// <summary>The running guest leaves with an exit to its monitor.</summary>
/// <param name="Exit">Why.</param>
/// <param name="Words">The message's words, at most eight.</param>
/// <param name="Registers">The guest's registers, as <see cref="GuestRegisters"/> says;
/// default: as the specification knows them.</param>
/// <param name="Access">The access that the processor decoded; null: none.</param>
public sealed record GuestExited(
    ExitKind Exit,
    ImmutableArray<ulong> Words,
    ImmutableArray<ulong> Registers = default,
    MmioAccess? Access = null)
    : SpecificationEvent;

/// <summary>The running guest waits for an interrupt; its program counter is behind the
/// instruction.</summary>
/// <param name="Registers">As in <see cref="GuestExited"/>.</param>
public sealed record GuestHalted(ImmutableArray<ulong> Registers = default) : SpecificationEvent;

/// <summary>The running guest sets its timer.</summary>
/// <param name="Ticks">When it expires; all ones: never.</param>
public sealed record GuestTimerSet(ulong Ticks) : SpecificationEvent;

/// <summary>The running guest takes an interrupt: the hardware chose it among those that the
/// kernel offered.</summary>
/// <param name="Interrupt">Virtual id.</param>
public sealed record GuestTook(uint Interrupt) : SpecificationEvent;

/// <summary>The running guest ends an interrupt that it took.</summary>
/// <param name="Interrupt">Virtual id.</param>
public sealed record GuestEnded(uint Interrupt) : SpecificationEvent;

/// <summary>A device signals, or raises its line.</summary>
/// <param name="Line">The interrupt.</param>
public sealed record LineRaised(ObjectId Line) : SpecificationEvent;

/// <summary>Every device signals.</summary>
public sealed record AllLinesRaised : SpecificationEvent;

/// <summary>A device lowers its line.</summary>
/// <param name="Line">The interrupt.</param>
public sealed record LineLowered(ObjectId Line) : SpecificationEvent;

/// <summary>Time passes while the running context computes, or the processor idles.</summary>
/// <param name="ToTicks">The counter afterwards, not before the present one.</param>
public sealed record TimePassed(ulong ToTicks) : SpecificationEvent;

/// <summary>Time passes and the processor hears of no timer meanwhile.</summary>
/// <param name="ToTicks">The counter afterwards.</param>
public sealed record TimeSkipped(ulong ToTicks) : SpecificationEvent;

/// <summary>The kernel is entered for an interrupt that is gone; if a late one asks, it takes
/// that.</summary>
public sealed record SpuriouslyInterrupted : SpecificationEvent;
