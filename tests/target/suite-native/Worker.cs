// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native;

/// <summary>A short-lived thread of the suite's own domain.</summary>
internal static class Worker
{
    /// <summary>Priority of the tester.</summary>
    internal const uint TesterPriority = 100;

    private const uint NumbersMax = 12, FirstThread = 216, FirstScheduling = 228;

    /// <summary>Selector of worker n's thread.</summary>
    /// <param name="number">1 to 11.</param>
    /// <returns>The selector.</returns>
    internal static uint Thread(uint number) => FirstThread + number;

    /// <summary>Creates and starts a worker.</summary>
    /// <param name="number">1 to 11: its stack, UTCB page and selectors.</param>
    /// <param name="entry">What it does.</param>
    /// <param name="argument">Its x0.</param>
    /// <param name="priority">Above the tester's it runs before this returns.</param>
    /// <param name="budgetTicks">Budget, 0 for none.</param>
    /// <param name="periodTicks">Period, 0 for none.</param>
    /// <param name="cpu">The CPU that it runs on.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Start(
        uint number, ThreadEntry entry, ulong argument, uint priority, ulong budgetTicks = 0,
        ulong periodTicks = 0, uint cpu = 0)
    {
        ResultCode code = Create(number, Imports.Entry(entry), argument, cpu);
        return code.IsSuccess
            ? SystemKernel.CreateSchedulingContext(
                FirstScheduling + number, Thread(number), priority, budgetTicks, periodTicks)
            : code;
    }

    /// <summary>Creates a worker that does not run.</summary>
    /// <param name="number">1 to 11.</param>
    /// <param name="entry">Its entry; 0 makes it a server.</param>
    /// <param name="argument">Its x0.</param>
    /// <param name="cpu">The CPU that it runs on.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Create(uint number, ulong entry, ulong argument, uint cpu = 0)
    {
        ThreadPlan plan = default;
        plan.Domain = Selectors.OwnDomain;
        plan.Utcb = Places.Utcb(number);
        plan.StackTop = Imports.StackTop(number);
        plan.Entry = entry;
        plan.Argument = argument;
        plan.FaultPortal = Places.FaultPortal;
        plan.Tag = Tag(number);
        plan.Cpu = cpu;
        return SystemKernel.CreateThread(Thread(number), in plan);
    }

    /// <summary>Selector of worker n's scheduling context.</summary>
    /// <param name="number">1 to 11.</param>
    /// <returns>The selector.</returns>
    internal static uint Scheduling(uint number) => FirstScheduling + number;

    /// <summary>What a worker's faults are tagged with.</summary>
    /// <param name="number">1 to 11.</param>
    /// <returns>The tag.</returns>
    internal static ulong Tag(uint number) => 0x7700_0000_0000_0000ul + number;

    /// <summary>Destroys a worker.</summary>
    /// <param name="number">1 to 11.</param>
    internal static void End(uint number)
    {
        SystemKernel.Revoke(FirstScheduling + number, true);
        SystemKernel.Revoke(Thread(number), true);
    }

    /// <summary>Destroys every worker.</summary>
    internal static void EndAll()
    {
        for (uint number = 1; number < NumbersMax; number++) End(number);
    }
}
