// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>
/// The hypercalls that every partition may make; <see cref="Hypercall"/> says what each asks for
/// and which right it needs. Those that build or change partitions are in
/// <see cref="SystemKernel"/>.
/// </summary>
public static class Kernel
{
    /// <summary>Deadline that never passes.</summary>
    public const ulong Forever = ulong.MaxValue;

    /// <summary>Deadline that has always passed: ask, do not wait.</summary>
    public const ulong Poll = 0;

    /// <summary>Calls a portal (<see cref="Hypercall.Call"/>).</summary>
    /// <param name="portal">Selector of the portal.</param>
    /// <param name="message">What is sent; the reply afterwards, unless the call is
    /// refused.</param>
    /// <returns>Success, or why not; <see cref="Status.Aborted"/> when the server was
    /// stopped.</returns>
    public static ResultCode Call(uint portal, ref Message message) =>
        new(Native.Call(portal, ref message));

    /// <summary>Calls a portal, and waits for the reply no longer than until a deadline
    /// (<see cref="Hypercall.CallUntil"/>).</summary>
    /// <param name="portal">Selector of the portal.</param>
    /// <param name="message">What is sent: its last word is replaced by the deadline; the reply
    /// afterwards, unless the call is refused.</param>
    /// <param name="deadline">Absolute, in counter ticks; <see cref="Forever"/> or later than
    /// now.</param>
    /// <returns>Success, or why not; <see cref="Status.Timeout"/> when the deadline
    /// passed.</returns>
    public static ResultCode Call(uint portal, ref Message message, ulong deadline) =>
        new(Native.CallUntil(portal, ref message, deadline));

    /// <summary>Calls a portal with one word and takes one word back, the fast way.</summary>
    /// <param name="portal">Selector of the portal.</param>
    /// <param name="label">Operation.</param>
    /// <param name="word">Word 0.</param>
    /// <returns>The reply's word 0.</returns>
    public static CallResult Call(uint portal, uint label, ulong word) =>
        Native.CallWord(portal, (ulong)label << 32, word);

    /// <summary>Raises a semaphore (<see cref="Hypercall.SemaphoreUp"/>).</summary>
    /// <param name="semaphore">Its selector.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode SemaphoreUp(uint semaphore) => new(Native.SemaphoreUp(semaphore));

    /// <summary>Waits on a semaphore (<see cref="Hypercall.SemaphoreDown"/>).</summary>
    /// <param name="semaphore">Its selector.</param>
    /// <param name="deadline">Absolute, in counter ticks; <see cref="Poll"/> or
    /// <see cref="Forever"/>.
    /// </param>
    /// <param name="takeAll">Whether to take the whole count instead of one.</param>
    /// <returns>The count taken; <see cref="Status.Timeout"/> when the deadline passed.</returns>
    public static CallResult SemaphoreDown(uint semaphore, ulong deadline, bool takeAll) =>
        Native.SemaphoreDown(semaphore, deadline, takeAll ? 1u : 0);

    /// <summary>Creates a semaphore that threads of the caller's CPU may wait on
    /// (<see cref="Hypercall.CreateSemaphore"/>).</summary>
    /// <param name="selector">Empty selector, <see cref="Selectors.Free"/> and up.</param>
    /// <param name="initialCount">Count that it starts with.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode CreateSemaphore(uint selector, uint initialCount) =>
        new(Native.CreateSemaphore(selector, initialCount));

    /// <summary>Creates a semaphore of another CPU.</summary>
    /// <param name="selector">Empty selector, <see cref="Selectors.Free"/> and up.</param>
    /// <param name="initialCount">Count that it starts with.</param>
    /// <param name="cpu">The CPU whose threads may wait on it. Anybody may raise it.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode CreateSemaphore(uint selector, uint initialCount, uint cpu) =>
        new(Native.CreateSemaphore(selector, OnCpu(initialCount, cpu)));

    // An argument that shares its register with a CPU, plus one.
    internal static ulong OnCpu(uint argument, uint cpu) => argument | ((cpu + 1ul) << 32);

    /// <summary>Lets threads of equal priority run (<see cref="Hypercall.Yield"/>).</summary>
    /// <returns>Success.</returns>
    public static ResultCode Yield() => new(Native.Yield());

    /// <summary>Reads a constant of the system (<see cref="Hypercall.SystemInfo"/>).</summary>
    /// <param name="item">Which.</param>
    /// <returns>Its value.</returns>
    public static CallResult SystemInfo(SystemInfoItem item) =>
        Native.SystemInfo((ulong)item, Selectors.System);

    /// <summary>Switches to another schedule when the current major frame ends
    /// (<see cref="Hypercall.SwitchSchedule"/>). The partition needs
    /// <see cref="Rights.SystemSchedule"/>: <c>rights: [ schedule ]</c> in the system
    /// description.</summary>
    /// <param name="schedule">Number of the schedule, in the order of the description from 0;
    /// the last one asked for counts.</param>
    /// <param name="semaphore">Semaphore that is raised when its first frame begins;
    /// <see cref="Selectors.Null"/> for none.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode SwitchSchedule(uint schedule, uint semaphore = Selectors.Null) =>
        new(Native.SwitchSchedule(Selectors.System, schedule, semaphore, 0));

    /// <summary>Switches to another schedule unless something was switched since the caller looked:
    /// the kernel compares and switches at once.</summary>
    /// <param name="schedule">Number of the schedule.</param>
    /// <param name="semaphore">As above.</param>
    /// <param name="next"><see cref="SystemInfoItem.NextSchedule"/>, as it was seen.</param>
    /// <param name="beginTicks"><see cref="SystemInfoItem.ScheduleTicks"/>, as it was seen.</param>
    /// <returns>Success, or why not: <see cref="Reason.ScheduleInUse"/> when it was.</returns>
    public static ResultCode SwitchSchedule(
        uint schedule, uint semaphore, uint next, ulong beginTicks) =>
        new(Native.SwitchSchedule(
            Selectors.System, schedule | ((ulong)next << 32), semaphore, beginTicks));

    /// <summary>Reads what a scheduling context has consumed
    /// (<see cref="Hypercall.ConsumedTime"/>).</summary>
    /// <param name="schedulingContext">Its selector
    /// (<see cref="Rights.SchedulingControl"/>).</param>
    /// <returns>Counter ticks since it was created.</returns>
    public static CallResult ConsumedTime(uint schedulingContext) =>
        Native.ConsumedTime(schedulingContext);

    /// <summary>Reads how often a scheduling context's budget ended in a period while there was
    /// still work (<see cref="Hypercall.ConsumedTime"/>).</summary>
    /// <param name="schedulingContext">Its selector
    /// (<see cref="Rights.SchedulingControl"/>).</param>
    /// <returns>Overruns since it was created.</returns>
    public static CallResult OverrunCount(uint schedulingContext) =>
        Native.OverrunCount(schedulingContext);

    /// <summary>Opens an interrupt line again
    /// (<see cref="Hypercall.AcknowledgeInterrupt"/>).</summary>
    /// <param name="interrupt">Selector of the interrupt.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode AcknowledgeInterrupt(uint interrupt) =>
        new(Native.AcknowledgeInterrupt(interrupt));

    /// <summary>Changes or reads a vCPU's virtual interrupt
    /// (<see cref="Hypercall.VirtualInterrupt"/>).
    /// </summary>
    /// <param name="vcpu">Selector of the vCPU.</param>
    /// <param name="request">What to do.</param>
    /// <returns>The state afterwards, a <see cref="VirtualInterruptState"/>.</returns>
    public static CallResult VirtualInterrupt(uint vcpu, VirtualInterruptRequest request) =>
        Native.VirtualInterrupt(vcpu, request.Value);

    /// <summary>Binds an interrupt to a vCPU
    /// (<see cref="Hypercall.BindInterruptToVcpu"/>).</summary>
    /// <param name="interrupt">Selector of the interrupt.</param>
    /// <param name="vcpu">Selector of the vCPU.</param>
    /// <param name="virtualId">Virtual interrupt id.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode BindInterruptToVcpu(uint interrupt, uint vcpu, uint virtualId) =>
        new(Native.BindInterruptToVcpu(interrupt, vcpu, virtualId));

    /// <summary>Makes a vCPU report to its monitor (<see cref="Hypercall.Recall"/>).</summary>
    /// <param name="vcpu">Selector of the vCPU.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Recall(uint vcpu) => new(Native.Recall(vcpu));

    /// <summary>Stops a thread or vCPU for good (<see cref="Hypercall.Stop"/>).</summary>
    /// <param name="context">Selector of the execution context.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Stop(uint context) => new(Native.Stop(context));
}
