// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interrupts;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Programs;

/// <summary>What happens around the processor next: devices, time, faults of both.</summary>
internal static class SurroundingsProgram
{
    private const int LongWait = 4000;
    private const int FirstWords = 16;
    private const ulong LongestSleep = 1 << 20;

    internal static void Next(
        SystemShape shape, EventMix mix, ref SeededRandom random, ref SimulationEvent value)
    {
        if (!mix.IsSpecified && random.Below(256) < mix.FaultShare)
        {
            NextFault(shape, ref random, ref value);
            return;
        }
        switch (random.Below(8))
        {
            case 0 when mix.IsSpecified && random.OneIn(16):
                SetLine(EventKind.RaiseInside, shape, ref random, ref value);
                value.Words[0] = (ulong)random.Below(8);
                break;
            case 0 or 1: SetLine(EventKind.Raise, shape, ref random, ref value); break;
            case 2: SetLine(EventKind.Lower, shape, ref random, ref value); break;
            case 3 or 4:
                value.Kind = EventKind.Touch;
                value.Words[0] = (ulong)random.Below(random.OneIn(4)
                    ? KernelState.MappingsMax : 24);
                value.Words[1] = random.Next();
                break;
            case 5:
                value.Kind = EventKind.WriteMessage;
                value.Words[0] = (ulong)random.Below(random.OneIn(2)
                    ? (int)MessageDescriptor.WordsMax : FirstWords);
                value.Words[1] = random.Next();
                break;
            default: Elapse(ref random, ref value); break;
        }
    }

    /// <summary>Time passes, or a device signals: what a sleeping system needs.</summary>
    internal static void NextWhileIdle(
        World world, SystemShape shape, ref SeededRandom random, ref SimulationEvent value)
    {
        if (random.OneIn(3))
        {
            SetLine(EventKind.Raise, shape, ref random, ref value);
            return;
        }
        Elapse(ref random, ref value);
        ulong left = TicksToDeadline(world);
        if (left != 0) value.Words[0] = left + (ulong)random.Below(20);
    }

    // Of the timer that what runs next was programmed for; 0: none, or too long to wait for.
    private static ulong TicksToDeadline(World world)
    {
        ulong now = world.Machine.Clock.Ticks;
        ulong deadline = world.Machine.Clock.DeadlineOf(world.Cpu);
        return deadline > now && deadline - now < LongestSleep ? deadline - now : 0;
    }

    /// <summary>Lets an interrupt come inside the kernel, in the middle of a long hypercall that is
    /// made next: that of the timer at the first look, or that of a device.</summary>
    /// <param name="world">Where it is made.</param>
    /// <param name="looks">So often the kernel looks for interrupts in it.</param>
    /// <param name="random">Draws.</param>
    /// <param name="value">The event.</param>
    internal static void Cut(
        World world, int looks, ref SeededRandom random, ref SimulationEvent value)
    {
        value = default;
        ulong left = TicksToDeadline(world);
        if (left != 0 && random.OneIn(2))
        {
            value.Kind = EventKind.SkipTime;
            value.Words[0] = left;
            return;
        }
        value.Kind = EventKind.RaiseInside;
        value.Words[0] = (ulong)random.Below(looks);
        Aim(world, ref random, ref value);
    }

    /// <summary>A little time passes: what runs has nothing to do.</summary>
    internal static void NextWhileBored(ref SeededRandom random, ref SimulationEvent value)
    {
        value = default;
        Elapse(ref random, ref value);
    }

    private static void NextFault(
        SystemShape shape, ref SeededRandom random, ref SimulationEvent value)
    {
        switch (random.Below(14))
        {
            case 7:
                value.Kind = EventKind.DelayTimer;
                value.Words[0] = random.OneIn(3) ? 0 : (ulong)random.Below(200);
                break;
            case 8: SetLine(EventKind.RepeatInterrupt, shape, ref random, ref value); break;
            case 9: SetLine(EventKind.HoldInterrupt, shape, ref random, ref value); break;
            case 10: value.Kind = EventKind.ReleaseInterrupts; break;
            case 11 or 12 or 13:
                SetLine(EventKind.RaiseInside, shape, ref random, ref value);
                value.Words[0] = random.OneIn(3) ? 0 : (ulong)random.Below(32);
                break;
            case 0: value.Kind = EventKind.SpuriousInterrupt; break;
            case 1 or 2: SetLine(EventKind.RaiseLate, shape, ref random, ref value); break;
            case 3:
                value.Kind = EventKind.SkipTime;
                value.Words[0] = (ulong)random.Below(LongWait);
                break;
            case 4 when !random.OneIn(3): value.Kind = EventKind.SystemError; break;
            case 5:
                value.Kind = EventKind.ChangeMessage;
                value.Words[0] = (ulong)random.Below(KernelState.UtcbsMax);
                value.Words[1] = (ulong)random.Below((int)MessageDescriptor.WordsMax);
                value.Words[2] = random.Next();
                break;
            default: value.Kind = EventKind.RaiseAll; break;
        }
    }

    /// <summary>Lets an interrupt that is to come inside the kernel be one that interrupts: a line
    /// that somebody waits for.</summary>
    internal static void Aim(World world, ref SeededRandom random, ref SimulationEvent value)
    {
        ref KernelState state = ref world.State;
        int first = random.Below(KernelState.InterruptsMax);
        for (int count = 0; count < KernelState.InterruptsMax; count++)
        {
            ref InterruptLine line =
                ref state.Interrupts[(first + count) % KernelState.InterruptsMax];
            if (line.Semaphore.IsNone && line.Vcpu.IsNone) continue;
            InterruptState now = world.Machine.Interrupts[line.Interrupt];
            if (!now.IsEnabled || now.IsActive || now.IsRequested) continue;
            value.Detail = line.Interrupt;
            return;
        }
    }

    /// <summary>Lets the frame of a CPU end, and nobody hear of it: then a switch of schedules is
    /// asked for in a frame that the kernel has not begun.</summary>
    /// <returns>Whether there is a frame.</returns>
    internal static bool TryPassFrame(
        World world, ref SeededRandom random, ref SimulationEvent value)
    {
        ref Cpu cpu = ref world.State.Cpus[world.Cpu];
        if (cpu.Schedule == 0) return false;
        ulong end = cpu.FrameTicks + world.State.Schedules[cpu.Schedule - 1].Lengths[cpu.Number];
        ulong now = world.Machine.Clock.Ticks;
        if (end <= now) return false;
        value.Kind = EventKind.SkipTime;
        value.Words[0] = end - now + (ulong)random.Below(60);
        return true;
    }

    private static void SetLine(
        EventKind kind, SystemShape shape, ref SeededRandom random, ref SimulationEvent value)
    {
        value.Kind = kind;
        value.Detail = random.OneIn(16) ? (uint)random.Range(32, 1020)
            : shape.Interrupts[random.Below(shape.Interrupts.Count)].Interrupt;
    }

    private static void Elapse(ref SeededRandom random, ref SimulationEvent value)
    {
        value.Kind = EventKind.Elapse;
        value.Words[0] = (ulong)random.Below(random.Below(16) switch
        {
            0 => LongWait,
            <= 3 => LongWait / 8,
            _ => 60,
        });
    }
}
