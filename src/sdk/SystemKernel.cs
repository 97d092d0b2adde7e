// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>
/// The hypercalls that build and change partitions; <see cref="Hypercall"/> says what each asks for
/// and which right it needs. They are of use to the partition manager and to on-target tests.
/// </summary>
public static class SystemKernel
{
    /// <summary>Bytes that one <see cref="ConsoleWrite"/> takes.</summary>
    public const int ConsoleBytesMax = Limits.InlineWords * sizeof(ulong);

    /// <summary>Creates a protection domain (<see cref="Hypercall.CreateDomain"/>).</summary>
    /// <param name="selector">Empty selector.</param>
    /// <param name="payer">Domain whose quota pays.</param>
    /// <param name="quota">What the new domain may use.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode CreateDomain(uint selector, uint payer, DomainQuota quota) =>
        new(Native.CreateDomain(selector, payer, quota.Value));

    /// <summary>Creates a thread (<see cref="Hypercall.CreateThread"/>).</summary>
    /// <param name="selector">Empty selector.</param>
    /// <param name="plan">What it is like.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode CreateThread(uint selector, in ThreadPlan plan) => new(
        Native.CreateThread(
            selector, Kernel.OnCpu(plan.Domain, plan.Cpu), plan.Utcb, plan.StackTop, plan.Entry,
            plan.Argument, plan.FaultPortal, plan.Tag));

    /// <summary>Creates a virtual CPU (<see cref="Hypercall.CreateVcpu"/>).</summary>
    /// <param name="selector">Empty selector.</param>
    /// <param name="domain">Domain of the virtual machine.</param>
    /// <param name="firstPortal">First of the consecutive event portals, one per
    /// <see cref="ExitKind"/>.
    /// </param>
    /// <param name="number">Its number in the machine.</param>
    /// <param name="cpu">CPU that it runs on: that of its portals' servers.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode CreateVcpu(
        uint selector, uint domain, uint firstPortal, uint number, uint cpu = 0) =>
        new(Native.CreateVcpu(selector, Kernel.OnCpu(domain, cpu), firstPortal, number));

    /// <summary>Starts a thread or vCPU
    /// (<see cref="Hypercall.CreateSchedulingContext"/>).</summary>
    /// <param name="selector">Empty selector.</param>
    /// <param name="context">The execution context.</param>
    /// <param name="priority">0 to 255.</param>
    /// <param name="budgetTicks">Budget per period, 0 for no limit.</param>
    /// <param name="periodTicks">Period, 0 for round robin.</param>
    /// <param name="timePartition">In whose windows it runs; 0: in all.</param>
    /// <param name="overrun">Semaphore that is raised when a period's budget ends while there is
    /// still work; 0: none.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode CreateSchedulingContext(
        uint selector, uint context, uint priority, ulong budgetTicks, ulong periodTicks,
        uint timePartition = 0, uint overrun = 0) =>
        new(Native.CreateSchedulingContext(
            selector, context, priority, budgetTicks, periodTicks, timePartition, overrun));

    /// <summary>Adds a window to the end of a CPU's major frame in a schedule that is neither in
    /// use nor about to be (<see cref="Hypercall.AddWindow"/>).</summary>
    /// <param name="system">Selector of the system capability.</param>
    /// <param name="schedule">The schedule, below <see cref="Limits.SchedulesMax"/>.</param>
    /// <param name="cpu">The CPU.</param>
    /// <param name="timePartition">Whose window it is; 0: the background's.</param>
    /// <param name="durationTicks">Length in counter ticks, at least 1/65536 s.</param>
    /// <param name="flags">How it differs from others.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode AddWindow(
        uint system, uint schedule, uint cpu, uint timePartition, ulong durationTicks,
        FrameWindowFlags flags) =>
        new(Native.AddWindow(
            system, schedule, cpu, timePartition, durationTicks, (ulong)flags));

    /// <summary>Creates a portal (<see cref="Hypercall.CreatePortal"/>).</summary>
    /// <param name="selector">Empty selector.</param>
    /// <param name="server">Its server thread.</param>
    /// <param name="entry">Address that activations enter at.</param>
    /// <param name="badge">What the server gets in x0 (<see cref="Badge"/>).</param>
    /// <param name="groups">Registers that an exit through it carries.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode CreatePortal(
        uint selector, uint server, ulong entry, ulong badge, RegisterGroups groups) =>
        new(Native.CreatePortal(selector, server, entry, badge, (ulong)groups));

    /// <summary>Creates a memory segment out of another
    /// (<see cref="Hypercall.CreateSegment"/>).</summary>
    /// <param name="selector">Empty selector.</param>
    /// <param name="source">The larger segment.</param>
    /// <param name="offset">Offset in it, bytes.</param>
    /// <param name="bytes">Size in bytes.</param>
    /// <param name="rights">Rights to keep.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode CreateSegment(
        uint selector, uint source, ulong offset, ulong bytes, Rights rights) =>
        new(Native.CreateSegment(selector, source, offset, bytes, (ulong)rights));

    /// <summary>Copies a capability (<see cref="Hypercall.Delegate"/>).</summary>
    /// <param name="source">Selector of the capability.</param>
    /// <param name="domain">Domain that receives it, 0 for one's own.</param>
    /// <param name="target">Selector there.</param>
    /// <param name="rights">Rights that it gets.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Delegate(uint source, uint domain, uint target, Rights rights) =>
        new(Native.Delegate(source, domain, target, (ulong)rights));

    /// <summary>Takes back what was derived from a capability
    /// (<see cref="Hypercall.Revoke"/>).</summary>
    /// <param name="selector">The capability.</param>
    /// <param name="withSelf">Whether it goes too.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Revoke(uint selector, bool withSelf) =>
        new(Native.Revoke(selector, withSelf ? 1u : 0));

    /// <summary>Drops a capability and all derived from it
    /// (<see cref="Hypercall.Discard"/>).</summary>
    /// <param name="selector">The capability.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Discard(uint selector) => new(Native.Discard(selector));

    /// <summary>Maps a part of a segment (<see cref="Hypercall.Map"/>).</summary>
    /// <param name="domain">Domain to map into.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="offset">Offset in it, bytes.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <param name="bytes">Size in bytes.</param>
    /// <param name="access">Access that the mapping gives.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Map(
        uint domain, uint segment, ulong offset, ulong address, ulong bytes, MemoryAccess access) =>
        new(Native.Map(domain, segment, offset, address, bytes, (ulong)access));

    /// <summary>Unmaps a range (<see cref="Hypercall.Unmap"/>).</summary>
    /// <param name="domain">Domain to unmap from.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <param name="bytes">Size in bytes.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Unmap(uint domain, ulong address, ulong bytes) =>
        new(Native.Unmap(domain, address, bytes));

    /// <summary>Lets an interrupt raise a semaphore
    /// (<see cref="Hypercall.BindInterrupt"/>).</summary>
    /// <param name="interrupt">The interrupt.</param>
    /// <param name="semaphore">The semaphore.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode BindInterrupt(uint interrupt, uint semaphore) =>
        new(Native.BindInterrupt(interrupt, semaphore));

    /// <summary>Writes to the boot console (<see cref="Hypercall.ConsoleWrite"/>).</summary>
    /// <param name="system">Selector of the system capability.</param>
    /// <param name="text">At most <see cref="ConsoleBytesMax"/> bytes; more is a panic.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode ConsoleWrite(uint system, ReadOnlySpan<byte> text)
    {
        var message = default(Message);
        message.Descriptor = new MessageDescriptor((ulong)text.Length);
        text.CopyTo(Native.BytesOf(ref message.Words));
        return new(Native.ConsoleWrite(system, ref message));
    }

    /// <summary>Ends or restarts the machine (<see cref="Hypercall.Shutdown"/>).</summary>
    /// <param name="system">Selector of the system capability.</param>
    /// <param name="restart">Whether it starts again.</param>
    /// <returns>Why it did not happen.</returns>
    public static ResultCode Shutdown(uint system, bool restart) =>
        new(Native.Shutdown(system, restart ? 1u : 0));
}
