// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using Bulkhead.Benchmarks;

namespace Bulkhead.BenchGuest;

/// <summary>Measures at EL1 and prints what came out, each figure a line of its own.</summary>
public static class Program
{
    private const int WarmUpCount = 16;
    private const ulong TimerTicks = 20_000;
    private const ulong QuietTicks = 2_000_000;
    private const ulong Flags = 0x0900_0018;
    private const ulong ClockControl = 0x0901_000c;
    private const ulong Million = 1_000_000;

    private static Series s_series;

    /// <summary>Everything; the guest is switched off behind it.</summary>
    [RuntimeExport("guest_main")]
    public static void Main()
    {
        Interrupts.OpenDistributor();
        Prepare(0);
        Console.Open();
        ulong empty = Measure(Operation.Nothing, 0).Median;
        Report("guest.hypercall"u8, Operation.Hypercall, empty);
        Report("guest.idreg"u8, Operation.Identification, empty);
        Report("guest.mmio.gicd"u8, Operation.Distributor, empty);
        Report("guest.mmio.gicd.wr"u8, Operation.DistributorWrite, empty);
        // The monitor answers all of these; the UART is what the peers' figure stands for.
        Report("guest.mmio.user"u8, Operation.Uart, empty);
        Report("guest.mmio.uart"u8, Operation.Uart, empty);
        Report("guest.mmio.rtc"u8, Operation.Clock, empty);
        Report("guest.sgi.self"u8, Operation.InterruptSelf, empty);
        Report("guest.timer"u8, Operation.TimerSpinning, 0);
        Report("guest.timer.wfi"u8, Operation.TimerWaiting, 0);
        if (Machine.StartSecondary() == 0)
        {
            Report("switch.vcpu.lazy"u8, Operation.Switch, empty);
            Report("switch.vcpu"u8, Operation.SwitchVectors, empty);
        }
        ReportRatio("guest.compute"u8, empty);
        Console.Write("#bench end\n"u8);
    }

    /// <summary>Opens the interrupts of a processor.</summary>
    /// <param name="processor">Its number.</param>
    [RuntimeExport("guest_prepare")]
    public static void Prepare(uint processor) => Interrupts.Open(processor);

    /// <summary>Says what went wrong; the guest is switched off behind it.</summary>
    /// <param name="syndrome">ESR_EL1, or the reason of a failed check.</param>
    /// <param name="address">Where.</param>
    /// <param name="fault">FAR_EL1.</param>
    [RuntimeExport("guest_fault")]
    public static void Fault(ulong syndrome, ulong address, ulong fault)
    {
        Console.Write("bench: exception, syndrome "u8);
        Console.WriteDecimal(syndrome);
        Console.Write(" at "u8);
        Console.WriteDecimal(address);
        Console.Write(" address "u8);
        Console.WriteDecimal(fault);
        Console.Write("\n"u8);
    }

    private static void Report(ReadOnlySpan<byte> id, Operation operation, ulong empty)
    {
        ref readonly Series series = ref Measure(operation, empty);
        Console.Write("#bench "u8);
        Console.Write(id);
        Console.Write(" "u8);
        Console.WriteDecimal(series.Median);
        Console.Write(" "u8);
        Console.WriteDecimal(series.Max);
        Finish(in series);
    }

    // Instructions that passed for each instruction of the loop: on the bare machine it is 1.
    private static void ReportRatio(ReadOnlySpan<byte> id, ulong empty)
    {
        ref readonly Series series = ref Measure(Operation.Compute, empty);
        Console.Write("#bench "u8);
        Console.Write(id);
        Console.Write(" "u8);
        WriteMillionths(series.Median);
        Console.Write(" "u8);
        WriteMillionths(series.Max);
        Finish(in series);
    }

    private static void WriteMillionths(ulong value)
    {
        Console.WriteDecimal(value / Million);
        Console.Write("."u8);
        Console.WriteDecimal(value % Million, 6);
    }

    private static void Finish(in Series series)
    {
        Console.Write(" "u8);
        Console.WriteDecimal((ulong)series.Count);
        Console.Write("\n"u8);
    }

    private static ref readonly Series Measure(Operation operation, ulong empty)
    {
        // What was printed leaves the machine meanwhile, and its interrupts with it.
        Operations.TimerWaiting(QuietTicks);
        s_series.Clear();
        for (int turn = -WarmUpCount; turn < Series.CountMax; turn++)
        {
            ulong ticks = Take(operation) - empty;
            if (turn >= 0) s_series.Add(ticks);
        }
        s_series.Sort();
        return ref s_series;
    }

    private static ulong Take(Operation operation) => operation switch
    {
        Operation.Hypercall => Operations.Hypercall(),
        Operation.Identification => Operations.Identification(),
        Operation.Distributor => Operations.DeviceRead(Interrupts.DistributorType),
        Operation.DistributorWrite => Operations.DeviceWrite(Interrupts.DistributorEnable, 0),
        Operation.Clock => Operations.DeviceRead(ClockControl),
        Operation.Uart => Operations.DeviceRead(Flags),
        Operation.InterruptSelf => Operations.InterruptSelf(Interrupts.Request(Interrupts.Own, 0)),
        Operation.TimerSpinning => Operations.TimerSpinning(TimerTicks),
        Operation.TimerWaiting => Operations.TimerWaiting(TimerTicks),
        Operation.Compute => Operations.Compute(),
        Operation.Switch => Operations.Ping(Interrupts.Request(Interrupts.Other, 1), 0),
        Operation.SwitchVectors => Operations.Ping(Interrupts.Request(Interrupts.Other, 1), 1),
        _ => Operations.Nothing(),
    };
}
