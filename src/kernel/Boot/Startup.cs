// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Kernel.Boot;

/// <summary>From a checked system image to the partition manager's first instruction.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class Startup<TAsp> where TAsp : struct, IAsp
{
    private const int StartRoundsMax = 1 << 24;
    private const byte ManagerPriority = 240;
    private const ushort ManagerObjects = 1024;
    private const ushort ManagerTablePages = 24;

    /// <summary>Prepares the CPUs' rows. The state is all zero.</summary>
    /// <param name="state">The kernel.</param>
    public static void InitializeCpus(ref KernelState state)
    {
        state.System.BootTicks = TAsp.Now;
        for (int index = 0; index < Limits.CpusMax; index++)
        {
            ref Cpu cpu = ref state.Cpus[index];
            cpu.Number = (ushort)index;
            cpu.ArmedTicks = cpu.WindowEndTicks = ulong.MaxValue;
            cpu.Eligible = 1;
        }
        state.Shared.CpuCount = 1;
    }

    /// <summary>Starts the other CPUs, which wait for work.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="count">CPUs in all, the caller's included; 0: one.</param>
    /// <returns><see cref="Reason.None"/>, or that one does not come up.</returns>
    public static Reason StartCpus(ref KernelState state, uint count)
    {
        if (count > Limits.CpusMax) return Reason.CpuMissing;
        for (uint number = 1; number < count; number++)
        {
            if (!TAsp.StartCpu(number)) return Reason.CpuMissing;
            ref byte isOnline = ref state.Cpus[(int)number].IsOnline;
            for (int round = 0; Volatile.Read(in isOnline) == 0; round++)
            {
                if (round == StartRoundsMax) return Reason.CpuMissing;
                TAsp.Relax();
            }
            state.Shared.CpuCount = number + 1;
        }
        return Reason.None;
    }

    /// <summary>What a CPU does first, when another has started it.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    /// <returns>What runs there first; it may take long until there is something.</returns>
    public static ref ExecutionContext Join(ref KernelState state, ref Cpu cpu)
    {
        cpu.ChargedUntil = TAsp.Now;
        Volatile.Write(ref cpu.IsOnline, 1);
        return ref Scheduler<TAsp>.Dispatch(ref state, ref cpu);
    }

    /// <summary>Makes the partition manager and whatever it needs to make the rest.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="tables">The image, checked.</param>
    /// <returns><see cref="Reason.None"/>, or why the manager cannot be made.</returns>
    public static Reason CreateManager(ref KernelState state, in ImageTables tables)
    {
        Link<ProtectionDomain> domain = Domains<TAsp>.Create(
            ref state, new DomainQuota(ManagerTablePages, ManagerObjects));
        state.System.RootDomain = domain;
        Run<Capability> slots = domain.In(ref state).Slots;
        InsertRoot(
            ref state, slots, BootLayout.OwnDomain, domain.Reinterpret<ObjectHeader>(),
            ObjectKind.ProtectionDomain, Rights.DomainAll);
        InsertRoot(
            ref state, slots, BootLayout.System,
            Link<ObjectHeader>.To(ref state, ref state.SystemObject), ObjectKind.System,
            Rights.SystemAll);
        CreateSegments(ref state, slots, in tables);
        Reason reason = CreateInterrupts(ref state, slots, in tables);
        if (reason == Reason.None) reason = MapManager(ref state, domain, in tables);
        if (reason == Reason.None) reason = StartManager(ref state, domain, in tables.Header);
        return reason;
    }

    private static void InsertRoot(
        ref KernelState state, Run<Capability> slots, uint selector, Link<ObjectHeader> header,
        ObjectKind kind, Rights rights) =>
            CapabilitySpace.InsertRoot(ref state, slots.At(selector), header, kind, rights);

    private static void CreateSegments(
        ref KernelState state, Run<Capability> slots, in ImageTables tables)
    {
        for (uint index = 0; index < tables.Header.Memory.Count; index++)
        {
            tables.TryRead(tables.Header.Memory, index, out MemoryRecord record);
            ref MemorySegment segment = ref state.Segments[(int)index];
            segment.Base = new HostPhysicalAddress(record.HostAddress);
            segment.Bytes = record.Bytes;
            segment.Attributes = record.Access & MemoryAccess.Device;
            Rights rights = (Rights)(((uint)record.Access & 7) << 4);
            InsertRoot(
                ref state, slots, BootLayout.Segments + index,
                Link<ObjectHeader>.To(ref state, ref segment.Header), ObjectKind.MemorySegment,
                rights);
        }
    }

    private static Reason CreateInterrupts(
        ref KernelState state, Run<Capability> slots, in ImageTables tables)
    {
        uint count = 0;
        for (uint index = 0; index < tables.Header.Resources.Count; index++)
        {
            tables.TryRead(tables.Header.Resources, index, out ResourceRecord record);
            if (record.Kind != ResourceKind.Interrupt) continue;
            if (record.Index is < 32 or >= IInterrupts.InterruptIdsMax) return Reason.BadInterrupt;
            if (count >= KernelState.InterruptsMax) return Reason.ImageCapacity;
            if (IsOwned(ref state, record.Index)) return Reason.InterruptBound;
            ref InterruptLine line = ref state.Interrupts[(int)count];
            line.Interrupt = record.Index;
            line.IsEdge = (byte)(record.Detail & 1);
            InsertRoot(
                ref state, slots, BootLayout.Interrupts + count,
                Link<ObjectHeader>.To(ref state, ref line.Header), ObjectKind.Interrupt,
                Rights.InterruptBind);
            count++;
        }
        return Reason.None;
    }

    private static bool IsOwned(ref KernelState state, uint interrupt)
    {
        for (int index = 0; index < KernelState.InterruptsMax; index++)
        {
            ref InterruptLine line = ref state.Interrupts[index];
            if (line.Header.Kind != ObjectKind.None && line.Interrupt == interrupt) return true;
        }
        return false;
    }

    // The manager runs in place: its writable memory is part of the image. It also sees the whole
    // image, read only.
    private static Reason MapManager(
        ref KernelState state, Link<ProtectionDomain> domain, in ImageTables tables)
    {
        Link<Capability> image = domain.In(ref state).Slots.At(BootLayout.Segments);
        HostPhysicalAddress start = new(tables.Header.ImageAddress);
        for (uint index = 0; index < tables.Header.ManagerSegmentCount; index++)
        {
            tables.TryRead(tables.Header.Segments, index, out SegmentRecord segment);
            Reason reason = MapPiece(
                ref state, domain, image, segment.Address, start.Plus(segment.ImageOffset),
                segment.MemoryBytes,
                segment.Access & (MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute));
            if (reason != Reason.None) return reason;
        }
        ulong bytes = (tables.Header.TotalBytes + Limits.PageBytes - 1) & ~(Limits.PageBytes - 1);
        return MapPiece(
            ref state, domain, image, BootLayout.Image, start, bytes, MemoryAccess.Read);
    }

    private static Reason MapPiece(
        ref KernelState state, Link<ProtectionDomain> domain, Link<Capability> source,
        ulong address, HostPhysicalAddress target, ulong bytes, MemoryAccess access)
    {
        return Mappings<TAsp>.MakeWhole(
            ref state, domain, source, address, target, bytes, access).Reason;
    }

    private static Reason StartManager(
        ref KernelState state, Link<ProtectionDomain> domain, in SystemImageHeader header)
    {
        Link<Cpu> cpu = Link<Cpu>.To(ref state, ref state.Cpus[0]);
        ResultCode result = Contexts<TAsp>.CreateThread(
            ref state, domain, BootLayout.Utcb, cpu, out Link<ExecutionContext> link);
        if (!result.IsSuccess) return result.Reason;
        ref ExecutionContext thread = ref link.In(ref state);
        TAsp.StartThread(ref thread, header.ManagerEntry, header.ManagerStackTop, BootLayout.Image);
        Contexts<TAsp>.Settle(ref thread, false);
        thread.Header.Kind = ObjectKind.ExecutionContext;
        state.System.RootThread = link;
        Link<SchedulingContext> scheduling = Contexts<TAsp>.Schedule(
            ref state, link, ManagerPriority, 0, 0);
        scheduling.In(ref state).Header.Kind = ObjectKind.SchedulingContext;
        return Reason.None;
    }
}
