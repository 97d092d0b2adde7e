// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Suite.Jitter;

/// <summary>Creates and ends the threads and virtual CPUs of the suite.</summary>
internal static class Threads
{
    private const uint Priority = 100;
    private const uint Kinds = (uint)ExitKind.Recall + 1;
    private const uint TimerInterrupt = 27;
    private const byte TimerInterruptPriority = 0x80;

    /// <summary>Creates the server thread and the portals into it.</summary>
    /// <param name="image">Address of the system image.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode CreateServer(ulong image)
    {
        SystemImageHeader header = new RootImage(image).Header;
        ThreadPlan plan = default;
        plan.Domain = Selectors.OwnDomain;
        plan.Utcb = NativeLayout.Utcb + Limits.PageBytes;
        plan.StackTop = header.ManagerServerStackTop;
        ulong entry = header.ManagerEntry + NativeLayout.PortalEntryOffset;
        ResultCode code = SystemKernel.CreateThread(Places.Server, in plan);
        if (code.IsSuccess) code = SystemKernel.CreatePortal(
            Places.FaultPortal, Places.Server, entry, Badge.Fault, RegisterGroups.None);
        if (code.IsSuccess) code = SystemKernel.CreatePortal(
            Places.EchoPortal, Places.Server, entry, Badge.Client, RegisterGroups.None);
        for (uint kind = 0; kind < Kinds && code.IsSuccess; kind++)
        {
            code = SystemKernel.CreatePortal(
                Places.FirstExitPortal + kind, Places.Server, entry, Badge.Exit | kind,
                RegisterGroups.None);
        }
        return code;
    }

    /// <summary>Starts a measuring thread.</summary>
    /// <param name="selector">Where it goes, its scheduling context behind it.</param>
    /// <param name="entry">What it does.</param>
    /// <param name="block">Address of its block.</param>
    /// <param name="time">Its time partition.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode StartMeasuring(
        uint selector, ThreadEntry entry, ulong block, uint time)
    {
        ResultCode code = CreateThread(selector, Places.MeasuringDomain, entry, block, time);
        return code.IsSuccess ? Schedule(selector + 1, selector, time) : code;
    }

    /// <summary>Starts an attack.</summary>
    /// <param name="attack">The attack.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode StartAttack(Attack attack)
    {
        ThreadEntry entry = ThreadEntry.FirstAttack + (uint)attack;
        ResultCode code = AttackName.IsGuest(attack) ? CreateGuest(entry)
            : CreateThread(Places.Attacker, Places.AttackDomain, entry, Places.Counter, 0);
        if (code.IsSuccess) code = Schedule(
            Places.AttackerTime, Places.Attacker, Frame.AttackTime);
        return code.IsSuccess && attack == Attack.Timers ? StartCrowd(entry) : code;
    }

    /// <summary>Ends it.</summary>
    internal static void EndAttack()
    {
        SystemKernel.Revoke(Places.AttackerTime, true);
        SystemKernel.Revoke(Places.Attacker, true);
        for (uint member = 0; member < 2 * Places.CrowdCount; member++)
        {
            SystemKernel.Revoke(Places.Crowd + member, true);
        }
    }

    private static ResultCode StartCrowd(ThreadEntry entry)
    {
        ResultCode code = ResultCode.Success;
        for (uint member = 0; member < Places.CrowdCount && code.IsSuccess; member++)
        {
            uint selector = Places.Crowd + (2 * member);
            code = CreateThread(
                selector, Places.AttackDomain, entry, Places.Counter, member + 1);
            if (code.IsSuccess) code = Schedule(selector + 1, selector, Frame.AttackTime);
        }
        return code;
    }

    private static ResultCode CreateGuest(ThreadEntry entry)
    {
        Monitor.Entry = Imports.Entry(entry);
        ResultCode code = SystemKernel.CreateVcpu(
            Places.Attacker, Places.GuestDomain, Places.FirstExitPortal, 0);
        return code.IsSuccess
            ? Kernel.VirtualInterrupt(Places.Attacker, new VirtualInterruptRequest(
                TimerInterrupt, true, TimerInterruptPriority, false)).Code
            : code;
    }

    private static ResultCode CreateThread(
        uint selector, uint domain, ThreadEntry entry, ulong argument, uint number)
    {
        ThreadPlan plan = default;
        plan.Domain = domain;
        plan.Utcb = NativeLayout.Utcb + (number * Limits.PageBytes);
        plan.StackTop = plan.Utcb;
        plan.Entry = Imports.Entry(entry);
        plan.Argument = argument;
        plan.FaultPortal = Places.FaultPortal;
        return SystemKernel.CreateThread(selector, in plan);
    }

    private static ResultCode Schedule(uint selector, uint context, uint time) =>
        SystemKernel.CreateSchedulingContext(selector, context, Priority, 0, 0, time);
}
