// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification.Objects;

/// <summary>A virtual CPU.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Domain">The virtual machine's domain.</param>
/// <param name="Number">Its number in its virtual machine.</param>
/// <param name="ExitPortals">The portal of each <see cref="ExitKind"/>.</param>
public sealed record VirtualCpu(
    ObjectId Id, ObjectId Domain, uint Number, ImmutableArray<ObjectId> ExitPortals)
    : ExecutionContext(Id, Domain)
{
    /// <summary>Number of exit kinds: portals of a virtual CPU.</summary>
    public const int ExitKinds = (int)ExitKind.Recall + 1;

    /// <summary>Whether it must report <see cref="ExitKind.Startup"/> before it enters its
    /// guest.</summary>
    public bool IsStarting { get; init; } = true;

    /// <summary>Whether it must report <see cref="ExitKind.Recall"/> before it enters its
    /// guest.</summary>
    public bool IsRecalled { get; init; }

    /// <summary>Whether it must report something before it enters its guest.</summary>
    public bool MustReport => IsStarting || IsRecalled;

    /// <summary>The last access that an exit reported: which register
    /// <see cref="ExitAction.SetRegister"/> means. A system-register access counts as one of 64
    /// bits.</summary>
    public MmioAccess Access { get; init; }

    /// <summary>Virtual interrupts by id; one that is missing was never touched.</summary>
    public ImmutableSortedDictionary<uint, VirtualInterruptRow> Interrupts { get; init; } =
        ImmutableSortedDictionary<uint, VirtualInterruptRow>.Empty;

    /// <summary>When the guest's own timer expires, in ticks; all ones: never.</summary>
    public ulong TimerTicks { get; init; } = ulong.MaxValue;

    /// <summary>Whether the timer's interrupt was delivered and the guest has not ended
    /// it.</summary>
    public bool IsTimerDelivered { get; init; }

    /// <summary>Its registers, in the layout of <see cref="GuestRegisters"/>.</summary>
    public ImmutableArray<ulong> Registers { get; init; } =
        [.. new ulong[GuestRegisters.Count]];
}
