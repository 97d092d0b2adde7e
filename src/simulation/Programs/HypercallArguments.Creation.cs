// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Programs;

/// <content>Making objects, and memory.</content>
internal static partial class HypercallArguments
{
    internal const ulong Stack = 0x70_0000;
    internal const ulong Entry = NativeLayout.Program;
    internal const ulong PortalEntry = NativeLayout.Program + NativeLayout.PortalEntryOffset;

    private const ulong LargePage = 2ul << 20;
    private const ulong WindowStart = 0x4000_0000;

    private static void FillCreation(
        ref KernelState state, Run<Capability> slots, Hypercall number, ref SeededRandom random,
        ref EventWords x)
    {
        x[0] = ObjectChoice.Empty(ref state, slots, (uint)random.Below(Limits.SelectorsMax));
        if (random.OneIn(256)) x[0] = 0;
        if (number <= Hypercall.CreateVcpu)
        {
            x[1] = ObjectChoice.Find(ref state, slots, ObjectKind.ProtectionDomain, ref random);
            NameCpu(ref state, ref random, ref x);
        }
        switch (number)
        {
            case Hypercall.CreateDomain:
                x[2] = new DomainQuota(
                    (ushort)random.Below(12), (ushort)random.Below(48)).Value;
                break;
            case Hypercall.CreateThread: FillThread(ref state, slots, ref random, ref x); break;
            case Hypercall.CreateVcpu:
                x[2] = ObjectChoice.Portals(ref state, slots, ref random);
                x[3] = (ulong)random.Below(Limits.VcpusPerMachineMax + 1);
                break;
            case Hypercall.CreateSchedulingContext:
                x[1] = ObjectChoice.Unscheduled(ref state, slots, ref random);
                FillTime(ref random, ref x);
                x[5] = TimePartition(ref state, ref random);
                x[6] = random.OneIn(3)
                    ? ObjectChoice.Find(ref state, slots, ObjectKind.Semaphore, ref random) : 0;
                break;
            case Hypercall.CreatePortal:
                x[1] = ObjectChoice.Server(ref state, slots, ref random);
                x[2] = PortalEntry;
                x[3] = random.Next();
                x[4] = (ulong)random.Below(8);
                break;
            case Hypercall.CreateSemaphore:
                x[1] = random.OneIn(8) ? uint.MaxValue : (ulong)random.Below(4);
                NameCpu(ref state, ref random, ref x);
                break;
            default:
                x[1] = ObjectChoice.Find(ref state, slots, ObjectKind.MemorySegment, ref random);
                FillPart(ref state, slots, ref random, ref x);
                x[4] = SegmentRights(ref state, slots, x[1], ref random);
                break;
        }
    }

    // The upper half: a CPU's number plus one.
    private static void NameCpu(
        ref KernelState state, ref SeededRandom random, ref EventWords x)
    {
        int count = (int)state.Shared.CpuCount;
        if (count == 1 || random.OneIn(2)) return;
        x[1] |= (ulong)random.Range(1, count + (random.OneIn(8) ? 2 : 1)) << 32;
    }

    private static void FillThread(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random, ref EventWords x)
    {
        x[2] = NativeLayout.Utcb + ((ulong)random.Below(64) << 12);
        x[3] = Stack;
        x[4] = random.OneIn(2) ? 0 : Entry;
        if (random.OneIn(3))
        {
            x[6] = ObjectChoice.Find(ref state, slots, ObjectKind.Portal, ref random);
        }
        x[7] = random.Next();
    }

    // A part that lies inside its segment, most of the time.
    private static void FillPart(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random, ref EventWords x)
    {
        ulong room = RoomOf(ref slots.At(x[1]).In(ref state), ref state);
        int shift = room >= 4 * LargePage && random.OneIn(2) ? 21 : 12;
        int units = (int)Math.Clamp(room >> shift, 1, 2048);
        int size = random.Range(1, Math.Min(units, 16) + 1);
        x[2] = (ulong)random.Below(units - size + 1) << shift;
        x[3] = (ulong)size << shift;
        if (random.OneIn(16)) x[2] += room;
    }

    private static ulong RoomOf(ref Capability source, ref KernelState state) =>
        source.Kind != ObjectKind.MemorySegment ? LargePage
            : source.Object.Reinterpret<MemorySegment>().In(ref state).Bytes;

    private static ulong SegmentRights(
        ref KernelState state, Run<Capability> slots, ulong selector, ref SeededRandom random)
    {
        ulong rights = (ulong)slots.At(selector).In(ref state).Rights;
        ulong kept = rights & ((ulong)random.Range(1, 8) << 4);
        return kept == 0 ? rights : kept;
    }

    /// <summary>Makes a mapping one page among few tables: there shall be many.</summary>
    internal static void Shorten(ref SeededRandom random, ref EventWords x)
    {
        x[3] = WindowStart + ((ulong)random.Below(1024) << 12);
        x[4] = Limits.PageBytes;
    }

    private static void FillMap(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random, ref EventWords x)
    {
        x[0] = ObjectChoice.Find(ref state, slots, ObjectKind.ProtectionDomain, ref random);
        x[1] = ObjectChoice.Find(ref state, slots, ObjectKind.MemorySegment, ref random);
        ref Capability source = ref slots.At(x[1]).In(ref state);
        ulong room = RoomOf(ref source, ref state);
        // Large pages only where the range is large: the checks look at every leaf.
        bool isLarge = room >= LargePage && random.OneIn(3);
        int shift = isLarge ? 21 : 12;
        int units = (int)Math.Clamp(room >> shift, 1, 2048);
        int size = random.Range(1, Math.Min(units, isLarge ? 4 : 16) + 1);
        x[2] = (ulong)random.Below(Math.Max(units - size, 0) + 1) << shift;
        x[3] = WindowStart + ((ulong)random.Below(isLarge ? 8 : 4096) << shift);
        if (random.OneIn(8)) x[3] += (ulong)random.Below(500) << 30;
        x[4] = (ulong)size << shift;
        if (isLarge && random.OneIn(4)) x[4] -= Limits.PageBytes * (ulong)random.Range(1, 8);
        x[5] = ((ulong)source.Rights >> 4) & (ulong)random.Range(1, 8);
        if (x[5] == 0) x[5] = (ulong)random.Range(1, 8);
    }
}
