// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>
/// What the target chooses from when it draws events itself: entries of the list with a mask for
/// each word. A word that is drawn is its value here plus a random number under the mask. Threads
/// that it creates get a stack and a message page of their own; the root never waits.
/// </summary>
internal sealed class RecordingMenu
{
    private const ulong PlayAddress = 0x2000_0000;
    private const ulong Pages = 0x3_f000;
    private const ulong FirstNew = 64;
    private const ulong NewMask = 63;
    private const ulong Any = ulong.MaxValue;

    private readonly List<byte[]> _entries = [];

    internal RecordingMenu(TraceOpening opening, ReplayWorld world)
    {
        foreach (ulong selector in opening.Shared) AddShared(selector, world);
        AddSchedule();
        foreach (ulong domain in opening.Domains.Append(Selectors.OwnDomain))
        {
            AddDomain(domain, opening.Servers[0], world);
        }
        AddRemovals();
        AddAccesses();
    }

    /// <summary>The entries, each <see cref="ReplayLayout.MenuEntryBytes"/>.</summary>
    internal IReadOnlyList<byte[]> Entries => _entries;

    private static EventWords Masks(params ReadOnlySpan<ulong> masks)
    {
        EventWords words = default;
        masks.CopyTo(words);
        return words;
    }

    private void AddShared(ulong selector, ReplayWorld world)
    {
        bool isPortal = world.State.System.RootDomain.In(ref world.State).Slots.At(selector)
            .In(ref world.State).Kind == ObjectKind.Portal;
        if (isPortal)
        {
            Call(Masks(0, 7, Any, Any, Any), Hypercall.Call, selector);
            Call(Masks(0, 0, Any, 0, Any), Hypercall.Call, selector);
            Call(Masks(0, 0, NewMask), Hypercall.Delegate, selector, 0, FirstNew,
                (ulong)Rights.PortalCall);
            return;
        }
        Call(default, Hypercall.SemaphoreUp, selector);
        Call(default, Hypercall.SemaphoreUp, selector);
        Call(Masks(0, 0, 1), Hypercall.SemaphoreDown, selector, ulong.MaxValue);
        Call(Masks(0, 0, 1), Hypercall.SemaphoreDown, selector, ReplayTime.NeverTicks);
        Call(Masks(0, 0, 1), Hypercall.SemaphoreDown, selector);
        Call(Masks(0, 0, NewMask, (ulong)Rights.SemaphoreAll), Hypercall.Delegate, selector, 0,
            FirstNew);
    }

    private void AddSchedule()
    {
        Call(Masks(0, 7, 0xff, Any), Hypercall.Reply);
        Call(Masks(0, 0, 1), Hypercall.Reply);
        Call(default, Hypercall.Yield);
        Call(Masks(1), Hypercall.SystemInfo);
        Call(Masks(NewMask, NewMask, 15), Hypercall.CreateSchedulingContext, FirstNew, FirstNew,
            236);
        Call(Masks(NewMask, NewMask, 15), Hypercall.CreateSchedulingContext, FirstNew, FirstNew,
            236, ReplayTime.BudgetTicksMin, ReplayTime.BudgetTicksMin);
        Call(Masks(NewMask, 3), Hypercall.CreateSemaphore, FirstNew);
        Call(Masks(0, Any, Any), Hypercall.None);
    }

    private void AddDomain(ulong domain, ulong server, ReplayWorld world)
    {
        ulong follow = world.Follower.Follow;
        ulong segments = Selectors.BootSegments;
        Call(Masks(NewMask, 0, 0, 0, 0, Any, 0, Any), Hypercall.CreateThread, FirstNew, domain);
        if (domain != Selectors.OwnDomain)
        {
            Call(Masks(NewMask, 0, 0, 0, 0, Any, 0, Any), Hypercall.CreateThread, FirstNew,
                domain, 0, 0, follow);
        }
        Call(Masks(NewMask, 0, 7 | (7 << 16)), Hypercall.CreateDomain, FirstNew, domain);
        Call(Masks(NewMask, 0, 0, Any), Hypercall.CreatePortal, FirstNew, server, follow);
        Call(Masks(NewMask, NewMask, 0, Any), Hypercall.CreatePortal, FirstNew, FirstNew, follow);
        Call(Masks(NewMask, 3, 0xf000, 0x7000, 0x70), Hypercall.CreateSegment, FirstNew, segments);
        Call(Masks(NewMask, 0, NewMask, 0x31_0107), Hypercall.Delegate, FirstNew, domain, FirstNew);
        Call(Masks(0, 3, 0x1_f000, Pages, 0x3000, 7), Hypercall.Map, domain, segments, 0,
            PlayAddress, 0x1000);
        Call(Masks(0, NewMask, 0x7000, Pages, 0x3000, 7), Hypercall.Map, domain, FirstNew, 0,
            PlayAddress, 0x1000);
        Call(Masks(0, Pages, 0x3000), Hypercall.Unmap, domain, PlayAddress, 0x1000);
    }

    private void AddRemovals()
    {
        Call(Masks(NewMask, 1), Hypercall.Revoke, FirstNew);
        Call(Masks(31), Hypercall.Revoke, 32);
        Call(Masks(NewMask), Hypercall.Discard, FirstNew);
        Call(Masks(NewMask), Hypercall.Stop, FirstNew);
        Call(Masks(NewMask), Hypercall.Recall, FirstNew);
        Call(Masks(NewMask, 0x3ff_70ff), Hypercall.VirtualInterrupt, FirstNew);
    }

    private void AddAccesses()
    {
        for (int count = 0; count < 2; count++)
        {
            Add(TargetCommand.Load(PlayAddress), default, 0x3_fff8);
            Add(TargetCommand.Store, Masks(Any), 0x78);
        }
        Add(TargetCommand.Broken(FaultKind.Breakpoint), default, 0);
        Add(TargetCommand.Broken(FaultKind.UndefinedInstruction), default, 0);
    }

    private void Call(
        in EventWords masks, Hypercall number, params ReadOnlySpan<ulong> arguments)
    {
        EventWords words = default;
        arguments.CopyTo(words);
        Add(TargetCommand.Call(number, words), masks, 0);
    }

    private void Add(in TargetCommand command, in EventWords masks, ulong addressMask)
    {
        byte[] entry = new byte[ReplayLayout.MenuEntryBytes];
        command.Write(entry);
        Span<byte> behind = entry.AsSpan(ReplayLayout.EntryBytes);
        for (int index = 0; index < EventWords.Count; index++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(
                behind[((1 + index) * sizeof(ulong))..], masks[index]);
        }
        BinaryPrimitives.WriteUInt64LittleEndian(
            behind[((1 + EventWords.Count) * sizeof(ulong))..], addressMask);
        _entries.Add(entry);
    }
}
