// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Harness;

/// <content>Making objects as the partition manager, and finding them again.</content>
internal sealed partial class KernelHarness
{
    internal const ulong Stack = 0x70_0000;
    internal const ulong Entry = 0x40_0000;
    internal const ulong PortalEntry = 0x40_0004;

    private const uint FirstFreeSelector = 16;

    private uint _nextUtcb = 1;

    /// <summary>A selector of the manager that is empty.</summary>
    internal uint FreeSelector()
    {
        for (uint selector = FirstFreeSelector; selector < Limits.SelectorsMax; selector++)
        {
            if (Slot(selector).In(ref State).IsEmpty) return selector;
        }
        throw new InvalidOperationException("the manager's space is full");
    }

    /// <summary>A guest address for a UTCB page that no thread of this test has yet.</summary>
    internal ulong FreeUtcb() => NativeLayout.Utcb + (Limits.PageBytes * _nextUtcb++);

    internal uint CreateDomain(ushort tablePages = 8, ushort objects = 64)
    {
        uint selector = FreeSelector();
        Call(Hypercall.CreateDomain, selector, Selectors.OwnDomain,
            new DomainQuota(tablePages, objects).Value).Succeeds();
        return selector;
    }

    /// <summary>An argument of a creation with the CPU that the object is to be on.</summary>
    internal static ulong On(int cpu, ulong value) => ((ulong)(cpu + 1) << 32) | value;

    /// <summary>A thread that starts when it gets a scheduling context.</summary>
    internal uint CreateThread(
        ulong domain = Selectors.OwnDomain, uint faultPortal = 0, ulong tag = 0, ulong argument = 0)
    {
        uint selector = FreeSelector();
        Call(Hypercall.CreateThread, selector, domain, FreeUtcb(), Stack, Entry, argument,
            faultPortal, tag).Succeeds();
        return selector;
    }

    /// <summary>A thread with a scheduling context.</summary>
    internal uint StartThread(
        byte priority, uint domain = Selectors.OwnDomain, ulong budget = 0, ulong period = 0,
        uint faultPortal = 0, ulong tag = 0)
    {
        uint selector = CreateThread(domain, faultPortal, tag);
        Schedule(selector, priority, budget, period);
        return selector;
    }

    internal uint CreateServer(ulong domain = Selectors.OwnDomain)
    {
        uint selector = FreeSelector();
        Call(Hypercall.CreateThread, selector, domain, FreeUtcb(), Stack, 0).Succeeds();
        return selector;
    }

    internal uint CreatePortal(
        uint server, ulong badge = 0, RegisterGroups groups = RegisterGroups.None)
    {
        uint selector = FreeSelector();
        Call(Hypercall.CreatePortal, selector, server, PortalEntry, badge, (ulong)groups)
            .Succeeds();
        return selector;
    }

    internal uint Schedule(
        uint context, byte priority, ulong budget = 0, ulong period = 0, uint overrun = 0)
    {
        uint selector = FreeSelector();
        Call(Hypercall.CreateSchedulingContext, selector, context, priority, budget, period, 0,
            overrun).Succeeds();
        return selector;
    }

    internal uint CreateSemaphore(ulong count = 0)
    {
        uint selector = FreeSelector();
        Call(Hypercall.CreateSemaphore, selector, count).Succeeds();
        return selector;
    }

    /// <summary>A part of memory record <paramref name="record"/> of the image.</summary>
    internal uint CreateSegment(
        ulong offset, ulong bytes, Rights rights = Rights.SegmentAll, uint record = 1)
    {
        uint selector = FreeSelector();
        Call(Hypercall.CreateSegment, selector, Selectors.BootSegments + record, offset, bytes,
            (ulong)rights).Succeeds();
        return selector;
    }

    /// <summary>Copies a capability into a domain under the same selector, or into another
    /// place.</summary>
    internal uint Delegate(uint source, uint domain, Rights rights, uint target = 0)
    {
        if (target == 0) target = source;
        Call(Hypercall.Delegate, source, domain, target, (ulong)rights).Succeeds();
        return target;
    }

    internal CallResult Map(
        uint domain, uint segment, ulong offset, ulong address, ulong bytes, MemoryAccess access) =>
        Call(Hypercall.Map, domain, segment, offset, address, bytes, (ulong)access);

    internal Link<Capability> Slot(uint selector) =>
        State.System.RootDomain.In(ref State).Slots.At(selector);

    internal Link<Capability> Slot(uint domain, uint selector) =>
        DomainOf(domain).In(ref State).Slots.At(selector);

    internal Link<ExecutionContext> ContextOf(uint selector) =>
        ObjectOf(selector, ObjectKind.ExecutionContext).Reinterpret<ExecutionContext>();

    internal Link<ProtectionDomain> DomainOf(uint selector) =>
        ObjectOf(selector, ObjectKind.ProtectionDomain).Reinterpret<ProtectionDomain>();

    internal Link<Semaphore> SemaphoreOf(uint selector) =>
        ObjectOf(selector, ObjectKind.Semaphore).Reinterpret<Semaphore>();

    internal Link<Portal> PortalOf(uint selector) =>
        ObjectOf(selector, ObjectKind.Portal).Reinterpret<Portal>();

    internal Link<SchedulingContext> SchedulingOf(uint selector) =>
        ObjectOf(selector, ObjectKind.SchedulingContext).Reinterpret<SchedulingContext>();

    internal Link<MemorySegment> SegmentOf(uint selector) =>
        ObjectOf(selector, ObjectKind.MemorySegment).Reinterpret<MemorySegment>();

    internal Link<InterruptLine> InterruptOf(uint selector) =>
        ObjectOf(selector, ObjectKind.Interrupt).Reinterpret<InterruptLine>();

    /// <summary>Where a domain's guest-physical address leads, as hardware sees it.</summary>
    internal Translation? Translate(uint domain, ulong address) => Machine.Walker.Translate(
        new TranslationRoot(DomainOf(domain).In(ref State).TranslationRoot), address);

    private Link<ObjectHeader> ObjectOf(uint selector, ObjectKind kind)
    {
        ref Capability capability = ref Slot(selector).In(ref State);
        Assert.Equal(kind, capability.Kind);
        return capability.Object;
    }
}
