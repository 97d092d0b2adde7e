// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Programs;

/// <content>Scheduling contexts, windows and schedules.</content>
internal static partial class HypercallArguments
{
    private const int TimePartitionsWanted = 5;
    private const int WindowTicksMin = (int)(SimulatedClock.FrequencyHz >> 16);

    /// <summary>Priority, budget and period.</summary>
    internal static void FillTime(ref SeededRandom random, ref EventWords x)
    {
        x[2] = (ulong)random.Below(235);
        if (random.OneIn(3)) return;
        x[3] = (ulong)random.Range(20, 600);
        if (!random.OneIn(3)) x[4] = x[3] + (ulong)random.Below(2000);
    }

    /// <summary>A time partition that has a window, now and then one that has none; 0 most of the
    /// time.</summary>
    internal static ulong TimePartition(ref KernelState state, ref SeededRandom random)
    {
        ref Cpu cpu = ref state.Cpus[0];
        int number = random.Below(TimePartitionsWanted + 1);
        if (random.OneIn(64)) return (ulong)random.Below(Limits.TimePartitionsMax + 2);
        return number == 0 || random.OneIn(2) || cpu.WindowQueues[number].IsNone
            ? 0 : (ulong)number;
    }

    /// <summary>Time partition, duration and flags of a window.</summary>
    internal static void FillWindow(ref SeededRandom random, ref EventWords x)
    {
        x[3] = (ulong)random.Below(TimePartitionsWanted + 1);
        x[4] = (ulong)(WindowTicksMin + random.Below(random.OneIn(8) ? 40_000 : 2000));
        x[5] = x[3] != 0 && random.OneIn(4) ? (ulong)FrameWindowFlags.Exclusive : 0;
    }

    private static void FillSchedules(
        ref KernelState state, ref ExecutionContext thread, Hypercall number,
        ref SeededRandom random, ref EventWords x)
    {
        Run<Capability> slots = thread.Slots;
        x[0] = ObjectChoice.Find(ref state, slots, ObjectKind.System, ref random);
        x[1] = (ulong)random.Below(Limits.SchedulesMax + (random.OneIn(8) ? 1 : 0));
        if (number == Hypercall.SwitchSchedule)
        {
            if (random.OneIn(2))
            {
                FillExpected(ref state, ref thread.Cpu.In(ref state), ref random, ref x);
            }
            if (random.OneIn(2)) return;
            x[2] = ObjectChoice.Find(ref state, slots, ObjectKind.Semaphore, ref random);
            return;
        }
        FillWindow(ref random, ref x);
        int cpus = (int)state.Shared.CpuCount;
        if (cpus > 1) x[2] = (ulong)random.Below(cpus);
        if (random.OneIn(16)) x[2] = (ulong)random.Below(Limits.CpusMax + 1);
        if (random.OneIn(16)) x[3] = (ulong)random.Below(Limits.TimePartitionsMax + 2);
        if (random.OneIn(16)) x[4] = (ulong)random.Below(WindowTicksMin);
        if (random.OneIn(16)) x[5] = (ulong)random.Below(3);
    }

    /// <summary>What a switch of schedules depends on: what its caller would have read on its CPU,
    /// or something that it mistakes for it.</summary>
    internal static void FillExpected(
        ref KernelState state, ref Cpu cpu, ref SeededRandom random, ref EventWords x)
    {
        ulong next = state.NextSchedule;
        x[3] = cpu.ScheduleTicks;
        switch (random.Below(6))
        {
            case 0: next = (ulong)random.Below(Limits.SchedulesMax + 2); break;
            case 1: next = cpu.Schedule; break;
            case 2: x[3] = cpu.FrameTicks; break;
            case 3: x[3] += (ulong)random.Below(3) - 1; break;
            default: break;
        }
        x[1] |= next << 32;
    }
}
