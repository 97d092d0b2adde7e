// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Longest;

/// <summary>
/// Executes an operation many times while the victim is to be woken in its course: at one instant
/// in each period, which is a step later with each turn, until all instants had their turn.
/// </summary>
internal static class Sweep
{
    /// <summary>Ticks from one of the victim's deadlines to the next.</summary>
    internal const ulong Period = 12_000;

    /// <summary>Ticks by which they are later in each turn; coprime to the period.</summary>
    internal const ulong Step = 97;

    /// <summary>Turns that cover the period.</summary>
    internal const uint Turns = (uint)((Period + Step - 1) / Step);

    /// <summary>Instructions for which the thread of the self check keeps the victim from running.
    /// </summary>
    internal const ulong CheckInstructions = 15_000;

    private const ulong Lead = 1000, WatchTicks = 6 * Period;
    private const uint VictimPriority = 250;

    private static Block Words => Places.BlockOf(0);

    /// <summary>Starts the victim.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Begin()
    {
        Set(VictimWord.Go, Places.Go);
        Set(VictimWord.Done, Places.Done);
        Set(VictimWord.Period, Period);
        ThreadPlan plan = Crowd.PlanOf(1);
        plan.Entry = Imports.Entry(ThreadEntry.Victim);
        plan.Argument = Places.AddressOf(0);
        ResultCode code = SystemKernel.CreateThread(Places.Victim, in plan);
        return code.IsSuccess ? SystemKernel.CreateSchedulingContext(
            Places.VictimTime, Places.Victim, VictimPriority, 0, 0) : code;
    }

    /// <summary>Measures an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="worst">Ticks that the victim was late at worst.</param>
    /// <returns>Success, or why it could not be executed.</returns>
    internal static ResultCode Run(Operation operation, out ulong worst)
    {
        Set(VictimWord.Worst, 0);
        ResultCode code = Operations.Begin(operation);
        for (uint turn = 0; turn < Turns && code.IsSuccess; turn++)
        {
            code = Operations.Prepare(operation, turn);
            Set(VictimWord.IsOver, 0);
            bool watches = Operations.IsTimers(operation);
            Set(VictimWord.Watches, watches ? 1u : 0);
            Set(VictimWord.Deadline, Now + Lead + (watches ? WatchTicks : turn * Step));
            Kernel.SemaphoreUp(Places.Go);
            if (code.IsSuccess) code = Operations.Execute(operation, turn);
            Set(VictimWord.IsOver, 1);
            Kernel.SemaphoreDown(Places.Done, Kernel.Forever, false);
            Operations.Undo(operation, turn);
        }
        Operations.End(operation);
        worst = Words.Get((uint)VictimWord.Worst);
        return code;
    }

    /// <summary>The counter.</summary>
    internal static ulong Now => Kernel.SystemInfo(SystemInfoItem.CounterNow).Value;

    /// <summary>Lets time pass.</summary>
    /// <param name="ticks">How much.</param>
    internal static void Sleep(ulong ticks) =>
        Kernel.SemaphoreDown(Places.Nobody, Now + ticks, false);

    private static void Set(VictimWord word, ulong value) => Words.Set((uint)word, value);
}
