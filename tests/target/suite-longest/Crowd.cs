// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Longest;

/// <summary>Threads in great number.</summary>
internal static class Crowd
{
    /// <summary>As many as there are message pages for, besides those of the root, the victim and
    /// the sink.</summary>
    internal const uint Size = 37;

    /// <summary>More urgent than the root, less than the victim.</summary>
    internal const uint Priority = 245;

    /// <summary>More urgent than the victim.</summary>
    internal const uint UrgentPriority = 255;

    private const uint FirstUtcb = 3;

    /// <summary>Makes a thread and lets it run until it waits.</summary>
    /// <param name="number">Its number in the crowd.</param>
    /// <param name="entry">What it does.</param>
    /// <param name="selector">With which semaphore or portal.</param>
    /// <param name="deadline">Until when.</param>
    /// <param name="priority">Its priority.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Start(
        uint number, ThreadEntry entry, uint selector, ulong deadline, uint priority = Priority)
    {
        ResultCode code = Create(number, entry, selector, deadline);
        return code.IsSuccess ? SystemKernel.CreateSchedulingContext(
            Places.Times + number, Places.Threads + number, priority, 0, 0) : code;
    }

    /// <summary>Makes a thread that has no time.</summary>
    /// <param name="number">Its number in the crowd.</param>
    /// <param name="entry">What it does.</param>
    /// <param name="selector">With which semaphore or portal.</param>
    /// <param name="deadline">Until when.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Create(
        uint number, ThreadEntry entry, uint selector, ulong deadline)
    {
        Block block = Places.BlockOf(number + 1);
        block.Set(0, selector);
        block.Set(1, deadline);
        ThreadPlan plan = PlanOf(number + FirstUtcb);
        plan.Entry = Imports.Entry(entry);
        plan.Argument = Places.AddressOf(number + 1);
        return SystemKernel.CreateThread(Places.Threads + number, in plan);
    }

    /// <summary>Makes a server and a portal to it.</summary>
    /// <param name="number">Its number in the crowd.</param>
    /// <param name="badge">What it does.</param>
    /// <param name="faultPortal">Who hears of its fault.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Serve(uint number, ulong badge, uint faultPortal = 0)
    {
        ThreadPlan plan = PlanOf(number + FirstUtcb);
        if (faultPortal != 0) plan.Domain = Places.Faulty;
        plan.FaultPortal = faultPortal;
        ResultCode code = SystemKernel.CreateThread(Places.Threads + number, in plan);
        return code.IsSuccess ? SystemKernel.CreatePortal(
            Places.Portals + number, Places.Threads + number, Imports.Entry(ThreadEntry.Serve),
            badge, RegisterGroups.None) : code;
    }

    /// <summary>Ends all of them.</summary>
    internal static void End()
    {
        for (uint number = 0; number < Size; number++)
        {
            SystemKernel.Revoke(Places.Times + number, true);
            SystemKernel.Revoke(Places.Threads + number, true);
        }
        for (uint portal = Places.Portals; portal < Places.Made; portal++)
        {
            SystemKernel.Revoke(portal, true);
        }
    }

    /// <summary>A thread of this program's domain.</summary>
    /// <param name="utcb">Number of its message page.</param>
    /// <returns>What it is like.</returns>
    internal static ThreadPlan PlanOf(uint utcb)
    {
        ThreadPlan plan = default;
        plan.Domain = Selectors.OwnDomain;
        plan.Utcb = NativeLayout.Utcb + (utcb * Limits.PageBytes);
        return plan;
    }
}
