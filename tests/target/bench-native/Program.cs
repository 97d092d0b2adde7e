// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Benchmarks;
using Bulkhead.Native;

namespace Bulkhead.BenchNative;

/// <summary>
/// Two partitions are made of this program. Argument 0 measures; argument 1 is the peer: an echo
/// server in a domain of its own, and a thread of higher priority that waits to be notified.
/// </summary>
public static class Program
{
    private const ulong PeerArgument = 1;
    private const ulong CpusArgument = 2;
    private const ulong CpusPeerArgument = 3;
    private const ulong RoundTicks = 1 << 20;
    private const uint PeerPortal = Selectors.Free - 16;
    private const int WarmUpCount = 16;

    // The guest's bench is over by then; it measures while everything else sleeps.
    private const ulong StartNanoseconds = 1_000_000_000;

    private static Series s_series;

    /// <summary>Runs as the partition's argument says.</summary>
    /// <param name="argument">0 measure, 1 be the peer.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        if (argument == PeerArgument) Operations.Wait(Selectors.Wakeup, PeerPortal);
        if (argument == CpusPeerArgument) RaiseForEver();
        Semaphore.Wakeup.DownUntil(Clock.TicksOf(StartNanoseconds));
        ulong empty = Measure(Operation.Nothing, 0).Median;
        if (argument == CpusArgument)
        {
            Report("doorbell.cpu"u8, Operation.OtherCpu, 0);
            Log.WriteLine("#bench end"u8);
            return;
        }
        Report("el0.null"u8, Operation.Null, empty);
        Report("sem.up"u8, Operation.SemaphoreUp, empty);
        Report("sem.down"u8, Operation.SemaphoreDown, empty);
        Report("ipc.same.1w"u8, Operation.SameDomainWord, empty);
        Report("ipc.other.1w"u8, Operation.OtherDomainWord, empty);
        Report("ipc.other.8w"u8, Operation.OtherDomainWords, empty);
        Report("notify.higher"u8, Operation.NotifyHigher, empty);
        ReportBoot();
        Log.WriteLine("#bench end"u8);
    }

    private static void Report(ReadOnlySpan<byte> id, Operation operation, ulong empty)
    {
        ref readonly Series series = ref Measure(operation, empty);
        if (series.Count == 0) return;
        Write(id, series.Median, series.Max, (ulong)series.Count);
    }

    // A result that is not what it must be leaves the series empty: no figure is better than a
    // wrong one.
    private static ref readonly Series Measure(Operation operation, ulong empty)
    {
        s_series.Clear();
        for (int turn = -WarmUpCount; turn < Series.CountMax; turn++)
        {
            CallResult result = Take(operation);
            if (result.Code.Value != Expected(operation))
            {
                s_series.Clear();
                break;
            }
            if (turn >= 0) s_series.Add(result.Value - empty);
        }
        s_series.Sort();
        return ref s_series;
    }

    private static ulong Expected(Operation operation) => operation == Operation.Null
        ? new ResultCode(Status.BadHypercall, Reason.UnknownHypercall).Value : 0;

    private static CallResult Take(Operation operation) => operation switch
    {
        Operation.Null => Operations.Null(),
        Operation.SemaphoreUp => Operations.SemaphoreUp(Selectors.Wakeup),
        Operation.SemaphoreDown => Operations.SemaphoreDown(Selectors.Wakeup),
        Operation.SameDomainWord => Operations.CallWord(Selectors.SelfPortal),
        Operation.OtherDomainWord => Operations.CallWord(PeerPortal),
        Operation.OtherDomainWords => Operations.CallWords(PeerPortal),
        Operation.NotifyHigher => Operations.Notify(PeerWakeup()),
        Operation.OtherCpu => WakeOtherCpu(),
        _ => Operations.Nothing(),
    };

    // The peer raises at a round tick of the counter, on its CPU, and lets this one run at once.
    private static CallResult WakeOtherCpu() => Operations.WaitTick(Selectors.Wakeup, RoundTicks);

    private static void RaiseForEver()
    {
        while (true)
        {
            ulong next = ((Clock.Now / RoundTicks) + 2) * RoundTicks;
            Semaphore.Wakeup.DownUntil(next - (RoundTicks / 8));
            Operations.RaiseAt(PeerWakeup(), next);
        }
    }

    // The peer is this partition's only client.
    private static uint PeerWakeup() => Selectors.TerminalClient
        + (uint)System.Numerics.BitOperations.TrailingZeroCount(Partition.Info.ClientMask);

    // From reset to the first entry into a guest: one tick an instruction, the counter starts at 0.
    private static void ReportBoot()
    {
        CallResult entry = Kernel.SystemInfo(SystemInfoItem.FirstGuestEntryTicks);
        if (!entry.IsSuccess || entry.Value == 0) return;
        Write("boot.guest"u8, entry.Value, entry.Value, 1);
    }

    private static void Write(ReadOnlySpan<byte> id, ulong median, ulong max, ulong count)
    {
        Log.Write("#bench "u8);
        Log.Write(id);
        Log.Write(" "u8);
        Log.WriteDecimal(median);
        Log.Write(" "u8);
        Log.WriteDecimal(max);
        Log.Write(" "u8);
        Log.WriteDecimal(count);
        Log.EndLine();
    }
}
