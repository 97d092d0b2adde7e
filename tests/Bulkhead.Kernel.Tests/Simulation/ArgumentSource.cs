// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Simulation;

/// <summary>
/// Draws hypercalls and their arguments: mostly what could succeed for the calling thread, and a
/// share of nonsense. Everything follows from one seed.
/// </summary>
internal sealed class ArgumentSource(KernelHarness kernel, Random random, double badShare)
{
    private static readonly Hypercall[] s_hypercalls = Enum.GetValues<Hypercall>();

    // What a running system does most, and what its deeper states come from.
    private static readonly Hypercall[] s_hot =
    [
        Hypercall.Call, Hypercall.Call, Hypercall.SemaphoreUp, Hypercall.SemaphoreDown,
        Hypercall.VirtualInterrupt, Hypercall.VirtualInterrupt, Hypercall.VirtualInterrupt,
    ];

    private static readonly ulong[] s_odd =
    [
        0, 1, 2, 7, 8, 63, 64, 255, 256, 257, 511, 512, 513, 0xfff, 0x1000, 0x1001, 1ul << 21,
        1ul << 31, uint.MaxValue,
        1ul << 32, 1ul << 38, 1ul << 39, (1ul << 39) - 0x1000, 1ul << 62, 1ul << 63,
        ulong.MaxValue - 0xfff, ulong.MaxValue,
    ];

    internal Hypercall NextHypercall() => random.Next(100) switch
    {
        < 2 => (Hypercall)random.Next(0, 65536),
        < 35 => s_hot[random.Next(s_hot.Length)],
        _ => s_hypercalls[random.Next(s_hypercalls.Length)],
    };

    /// <summary>Arguments x0 to x9 for a hypercall of a thread.</summary>
    internal ulong[] Draw(Link<ExecutionContext> thread, Hypercall number)
    {
        ulong[] arguments = new ulong[10];
        Fill(thread, number, arguments);
        for (int index = 0; index < arguments.Length; index++)
        {
            if (random.NextDouble() < badShare) arguments[index] = Odd();
        }
        return arguments;
    }

    internal ulong Odd() =>
        random.Next(3) == 0 ? (ulong)random.NextInt64() : s_odd[random.Next(s_odd.Length)];

    /// <summary>A selector of the thread's space that holds an object of a kind; anything when
    /// there is none.</summary>
    internal uint Capability(Link<ExecutionContext> thread, ObjectKind kind)
    {
        ref KernelState state = ref kernel.State;
        Run<Capability> slots = thread.In(ref state).Slots;
        uint start = (uint)random.Next((int)slots.Count);
        for (uint index = 0; index < slots.Count; index++)
        {
            uint selector = (start + index) % slots.Count;
            if (slots.At(selector).In(ref state).Kind == kind) return selector;
        }
        return start;
    }

    private uint Any(Link<ExecutionContext> thread) =>
        Capability(thread, (ObjectKind)random.Next(1, 9));

    private uint Empty(Link<ExecutionContext> thread)
    {
        uint selector = Capability(thread, ObjectKind.None);
        return selector == 0 ? 255 : selector;
    }

    private void Fill(Link<ExecutionContext> thread, Hypercall number, Span<ulong> x)
    {
        switch (number)
        {
            case Hypercall.Call: Set(x, Capability(thread, ObjectKind.Portal), Descriptor()); break;
            case Hypercall.Reply: Set(x, 0, Descriptor(), Action(), (ulong)random.Next(100));
                x[7] = (ulong)random.Next(8); break;
            case Hypercall.SemaphoreUp: Set(x, Capability(thread, ObjectKind.Semaphore)); break;
            case Hypercall.SemaphoreDown:
                Set(x, Capability(thread, ObjectKind.Semaphore), Deadline(), (ulong)random.Next(2));
                break;
            case Hypercall.SystemInfo: Set(x, (ulong)random.Next(7)); break;
            case Hypercall.Delegate: FillDelegate(thread, x); break;
            case Hypercall.Revoke: Set(x, Any(thread), (ulong)random.Next(2)); break;
            case Hypercall.Discard: Set(x, Any(thread)); break;
            case Hypercall.Map: FillMap(thread, x); break;
            case Hypercall.Unmap: FillUnmap(thread, x); break;
            case Hypercall.BindInterrupt:
                Set(x, Capability(thread, ObjectKind.Interrupt),
                    Capability(thread, ObjectKind.Semaphore));
                break;
            case Hypercall.BindInterruptToVcpu:
                Set(x, Capability(thread, ObjectKind.Interrupt), Vcpu(thread),
                    (ulong)random.Next(30, 40));
                break;
            case Hypercall.AcknowledgeInterrupt: Set(x, Capability(thread, ObjectKind.Interrupt));
                break;
            case Hypercall.VirtualInterrupt: Set(x, Vcpu(thread), Request()); break;
            case Hypercall.Recall: Set(x, Vcpu(thread)); break;
            case Hypercall.Stop: Set(x, Capability(thread, ObjectKind.ExecutionContext)); break;
            case Hypercall.ConsoleWrite: Set(
                x, Capability(thread, ObjectKind.System), (ulong)random.Next(66), 0x41); break;
            case Hypercall.Shutdown: Set(
                x, Capability(thread, ObjectKind.System), (ulong)random.Next(3)); break;
            default: FillCreate(thread, number, x); break;
        }
    }

    private void FillCreate(Link<ExecutionContext> thread, Hypercall number, Span<ulong> x)
    {
        uint slot = Empty(thread);
        switch (number)
        {
            case Hypercall.CreateDomain:
                Set(x, slot, Domain(thread),
                    new DomainQuota((ushort)random.Next(12), (ushort)random.Next(40)).Value);
                break;
            case Hypercall.CreateThread:
                Set(x, slot, Domain(thread), Page(NativeLayout.Utcb, 64), KernelHarness.Stack);
                x[4] = random.Next(2) == 0 ? 0 : KernelHarness.Entry;
                if (random.Next(3) == 0) x[6] = Capability(thread, ObjectKind.Portal);
                break;
            case Hypercall.CreateVcpu: Set(
                x, slot, Domain(thread), Portals(thread), (ulong)random.Next(9)); break;
            case Hypercall.CreateSchedulingContext:
                Set(x, slot, Capability(thread, ObjectKind.ExecutionContext),
                    (ulong)random.Next(235));
                x[3] = random.Next(2) == 0 ? 0 : (ulong)random.Next(1, 1000);
                x[4] = x[3] == 0 || random.Next(2) == 0 ? 0 : x[3] + (ulong)random.Next(2000);
                break;
            case Hypercall.CreatePortal:
                Set(x, slot, Capability(thread, ObjectKind.ExecutionContext),
                    KernelHarness.PortalEntry, 5, (ulong)random.Next(9));
                break;
            case Hypercall.CreateSemaphore: Set(x, slot, (ulong)random.Next(3)); break;
            case Hypercall.CreateSegment:
                Set(x, slot, Capability(thread, ObjectKind.MemorySegment), Page(0, 1024),
                    Page(0, 1024), SegmentRights());
                break;
            default: break;
        }
    }

    private void FillDelegate(Link<ExecutionContext> thread, Span<ulong> x)
    {
        uint source = Any(thread);
        Rights rights = thread.In(ref kernel.State).Slots.At(source).In(ref kernel.State).Rights;
        if (random.Next(2) == 0) rights &= (Rights)(uint)random.NextInt64();
        ulong target = random.Next(3) == 0 ? 0 : Capability(thread, ObjectKind.ProtectionDomain);
        Set(x, source, target, (ulong)random.Next(1, 256), (ulong)rights);
    }

    private void FillMap(Link<ExecutionContext> thread, Span<ulong> x)
    {
        // Large pages most of the time when the range is large: the checks look at every leaf.
        bool isLarge = random.Next(3) == 0;
        bool isAligned = random.Next(10) != 0;
        ulong size = isLarge ? (ulong)random.Next(1, 5) << 21 : (ulong)random.Next(1, 20) << 12;
        if (!isAligned) size += (ulong)random.Next(1, 8) << 12;
        ulong offset = isLarge && isAligned ? (ulong)random.Next(8) << 21
            : (ulong)random.Next(2048) << 12;
        ulong address =
            0x4000_0000 + (isLarge ? (ulong)random.Next(8) << 21 : (ulong)random.Next(8192) << 12);
        if (random.Next(8) == 0) address += (ulong)random.Next(500) << 30;
        Set(x, Domain(thread), Capability(thread, ObjectKind.MemorySegment), offset, address, size,
            (ulong)random.Next(1, 8));
    }

    private void FillUnmap(Link<ExecutionContext> thread, Span<ulong> x)
    {
        ReadOnlySpan<Mapping> mappings = kernel.State.Mappings;
        Mapping mapping = mappings[random.Next(24)];
        Set(x, Domain(thread), mapping.Address.Value, mapping.Bytes);
        ref KernelState state = ref kernel.State;
        Run<Capability> slots = thread.In(ref state).Slots;
        for (uint selector = 1; selector < slots.Count; selector++)
        {
            ref Capability slot = ref slots.At(selector).In(ref state);
            bool isIt = slot.Kind == ObjectKind.ProtectionDomain
                && slot.Object.Offset == mapping.Domain.Offset;
            if (isIt && !mapping.Domain.IsNone) x[0] = selector;
        }
    }

    private uint Domain(Link<ExecutionContext> thread) =>
        Capability(thread, ObjectKind.ProtectionDomain);

    private uint Vcpu(Link<ExecutionContext> thread)
    {
        uint selector = 0;
        for (int attempt = 0; attempt < 4; attempt++)
        {
            selector = Capability(thread, ObjectKind.ExecutionContext);
            ref Capability slot =
                ref thread.In(ref kernel.State).Slots.At(selector).In(ref kernel.State);
            bool isVcpu = slot.Kind == ObjectKind.ExecutionContext
                && slot.Object.Reinterpret<ExecutionContext>().In(ref kernel.State).IsVcpu;
            if (isVcpu) break;
        }
        return selector;
    }

    // The first of six portals in a row, if there are such.
    private uint Portals(Link<ExecutionContext> thread)
    {
        ref KernelState state = ref kernel.State;
        Run<Capability> slots = thread.In(ref state).Slots;
        uint length = 0;
        for (uint selector = 1; selector < slots.Count; selector++)
        {
            length = slots.At(selector).In(ref state).Kind == ObjectKind.Portal ? length + 1 : 0;
            if (length == VirtualCpu.ExitKinds) return selector - VirtualCpu.ExitKinds + 1;
        }
        return Capability(thread, ObjectKind.Portal);
    }

    private ulong Page(ulong start, int pages) => start + ((ulong)random.Next(pages) << 12);

    private ulong SegmentRights() => (ulong)random.Next(1, 8) << 4;

    private ulong Descriptor() =>
        random.Next(3) == 0 ? new MessageDescriptor((uint)random.Next(), (uint)random.Next(514))
            .Value : (ulong)random.Next() << 32;

    private ulong Action()
    {
        ulong action = 0;
        for (int bits = random.Next(3); bits > 0; bits--) action |= 1ul << random.Next(8);
        return action;
    }

    private ulong Deadline() => random.Next(4) switch
    {
        0 => 0,
        1 => ulong.MaxValue,
        _ => kernel.Now + (ulong)random.Next(2000),
    };

    private ulong Request()
    {
        uint interrupt = (uint)random.Next(28, 40);
        var operation = (VirtualInterruptOperation)random.Next(9);
        if (random.Next(2) == 0) operation = VirtualInterruptOperation.SetPending;
        ulong configuration = new VirtualInterruptRequest(
            interrupt, random.Next(4) != 0, (byte)random.Next(256), random.Next(2) == 0).Value;
        return (configuration & ~0xf000ul) | ((ulong)operation << 12);
    }

    private static void Set(Span<ulong> x, params ReadOnlySpan<ulong> values) => values.CopyTo(x);
}
