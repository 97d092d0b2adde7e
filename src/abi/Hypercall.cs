// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// Numbers of the hypercalls that a native thread makes: the immediate of its <c>svc</c>
/// instruction. Arguments are in x0 to x9; the result code is in x0, further results in x1 to x9.
/// x10 to x17 and the flags are destroyed (they never carry a kernel value); x18 to x30, sp and the
/// thread pointer are preserved. A refused hypercall changes nothing.
/// </summary>
public enum Hypercall : ushort
{
    /// <summary>Reserved: always refused with <see cref="Status.BadHypercall"/>.</summary>
    None = 0,

    /// <summary>Call a portal: x0 portal selector, x1 <see cref="MessageDescriptor"/>, x2 to x9
    /// eight words. The caller's scheduling context is lent to the server until it replies. Result:
    /// x0 result code, x1 the reply's descriptor, x2 to x9 its words. Right:
    /// <see cref="Rights.PortalCall"/>.</summary>
    Call = 1,

    /// <summary>Reply to the current caller and wait for the next activation: x1 descriptor, x2 to
    /// x9 words. Does not return: the next call starts the thread anew at its portal's entry. A
    /// server whose caller was stopped meanwhile is just free again, whatever it replies; another
    /// thread is refused with <see cref="Reason.NoCaller"/>.</summary>
    Reply = 2,

    /// <summary>Semaphore up: x0 selector. Wakes the longest waiter, or counts; a semaphore whose
    /// home is another CPU soon after, and what exceeds the greatest count is lost then. Right:
    /// <see cref="Rights.SemaphoreUp"/>.</summary>
    SemaphoreUp = 3,

    /// <summary>Semaphore down: x0 selector, x1 absolute deadline in system-counter ticks (0: do
    /// not wait, all ones: wait for ever), x2 1 to take the whole count, 0 to take one. Result: x1
    /// the count taken; <see cref="Status.Timeout"/> when the deadline passes,
    /// <see cref="Status.BadCpu"/> for a semaphore of another CPU. Right:
    /// <see cref="Rights.SemaphoreDown"/>.
    /// </summary>
    SemaphoreDown = 4,

    /// <summary>Let the next thread of equal priority have its turn. What is left of the budget
    /// stays for the turn after.</summary>
    Yield = 5,

    /// <summary>Read a constant of the system: x0 <see cref="SystemInfoItem"/>, x1 the system
    /// capability for the items that need it. Result: x1 value.</summary>
    SystemInfo = 6,

    /// <summary>Call a portal as <see cref="Call"/> does, but wait no longer than until x9, an
    /// absolute deadline in system-counter ticks (all ones: for ever), which reaches the server as
    /// the eighth word. <see cref="Status.Timeout"/> when it has passed before the server is free
    /// or has replied. A server that had begun keeps what it has: it is not interrupted, goes on
    /// when somebody else calls it and so helps it to finish, and its reply then goes
    /// nowhere.</summary>
    CallUntil = 7,

    /// <summary>Create a protection domain: x0 new selector, x1 selector of a domain with
    /// <see cref="Rights.DomainCreate"/>, whose quota pays one object (a CPU in the upper half has
    /// no meaning), x2 quota (<see cref="DomainQuota"/>, at least one table page). The quota is the
    /// new domain's own limit, not a share of the payer's: who may create domains may use the
    /// kernel's pools.</summary>
    CreateDomain = 8,

    /// <summary>Create a thread: x0 new selector, x1 domain (<see cref="Rights.DomainCreate"/>) in
    /// the lower half, CPU plus one in the upper (0: the caller's; one that does not run:
    /// <see cref="Reason.BadCpu"/>), x2 guest address of its UTCB page, x3 stack top, x4 entry (0:
    /// a server thread that only portals activate), x5 argument given in x0 at entry, x6 fault
    /// portal (0: none; right <see cref="Rights.PortalCall"/>), x7 tag reported in fault
    /// messages.</summary>
    CreateThread = 9,

    /// <summary>Create a virtual CPU: x0 new selector, x1 the virtual machine's domain
    /// (<see cref="Rights.DomainCreate"/>) and CPU as for <see cref="CreateThread"/>, x2 selector
    /// of the first of <see cref="ExitKind"/>-many event portals (<see cref="Rights.PortalCall"/>),
    /// whose servers are on that CPU (<see cref="Status.BadCpu"/>), x3 the vCPU's number in its
    /// virtual machine, below <see cref="Limits.VcpusPerMachineMax"/>.</summary>
    CreateVcpu = 10,

    /// <summary>Create a scheduling context and start its thread or vCPU: x0 new selector, x1
    /// execution context (<see cref="Rights.ContextControl"/>), x2 priority 0 to 255, x3 budget
    /// ticks (0: no limit), x4 period ticks (0: budget renews at once, round robin; a period needs
    /// a budget), both at most 2^62, x5 time partition: it runs while a window of this time
    /// partition is open on its CPU, or with 0 always; another needs a window
    /// (<see cref="AddWindow"/>) on that CPU first, x6 semaphore that is raised at each overrun: a
    /// period whose budget ends while there is still work, its own or that of a server that it
    /// pays for (<see cref="Rights.SemaphoreUp"/>; 0: none). Revoking it takes the time away; when
    /// the execution context is destroyed first, it stays as an object without use.</summary>
    CreateSchedulingContext = 11,

    /// <summary>Create a portal: x0 new selector, x1 server thread
    /// (<see cref="Rights.ContextControl"/>), x2 entry address, x3 badge handed to the server in
    /// x0, x4 <see cref="RegisterGroups"/> that an exit through this portal carries.</summary>
    CreatePortal = 12,

    /// <summary>Create a semaphore: x0 new selector, x1 initial count in the lower half, home CPU
    /// plus one in the upper (0: the caller's). It counts to 2^32 - 1. Only threads of its home
    /// wait on it.</summary>
    CreateSemaphore = 13,

    /// <summary>Create a memory segment out of a larger one: x0 new selector, x1 source segment, x2
    /// offset, x3 size (bytes, both multiples of 4 KiB), x4 rights to keep, at least one. Its first
    /// capability is derived from the source's.</summary>
    CreateSegment = 14,

    /// <summary>Copy a capability with equal or fewer rights: x0 source selector, x1 target domain
    /// (<see cref="Rights.DomainDelegate"/>; 0: the caller's own), x2 target selector, x3 rights,
    /// at least one.</summary>
    Delegate = 16,

    /// <summary>Take back everything derived from a capability, recursively: x0 selector, x1 1 to
    /// remove the capability itself too, with the mappings made from it. Objects whose first
    /// capability goes are destroyed. With a domain go its capabilities, its threads and virtual
    /// CPUs, and the domains that it pays for. Complete, mappings and TLBs included, when it
    /// returns; before that others may find the capabilities without rights
    /// (<see cref="Reason.RightMissing"/>). Capabilities to the caller's own domain and to the
    /// caller are refused with <see cref="Reason.OwnDomain"/>.</summary>
    Revoke = 17,

    /// <summary>Drop a delegated capability of one's own; what was derived from it is revoked: x0
    /// selector. The same as <see cref="Revoke"/> with x1 = 1.</summary>
    Discard = 18,

    /// <summary>Map: x0 domain (<see cref="Rights.DomainMap"/>), x1 segment, x2 offset in the
    /// segment, x3 guest-physical address, x4 size, x5 <see cref="MemoryAccess"/>. Bytes, multiples
    /// of 4 KiB. The range must be unmapped.</summary>
    Map = 20,

    /// <summary>Unmap: x0 domain (<see cref="Rights.DomainMap"/>), x1 guest-physical address, x2
    /// size: exactly those of one mapping, which goes whole; UTCB pages stay. One that a
    /// <see cref="Map"/> has only begun goes, too, and that call begins anew. Complete, TLBs
    /// included, when it returns.</summary>
    Unmap = 21,

    /// <summary>Let an interrupt raise a semaphore: x0 interrupt
    /// (<see cref="Rights.InterruptBind"/>), x1 semaphore (<see cref="Rights.SemaphoreUp"/>). The
    /// line is masked at each delivery until <see cref="AcknowledgeInterrupt"/>.</summary>
    BindInterrupt = 24,

    /// <summary>Let an interrupt reach a virtual CPU: x0 interrupt
    /// (<see cref="Rights.InterruptBind"/>), x1 vCPU (<see cref="Rights.ContextControl"/>), x2
    /// virtual interrupt id, 32 or more, to which no other interrupt of this vCPU is bound, and
    /// which is neither pending nor active, its line not raised. The guest's end of the virtual
    /// interrupt opens the line again.</summary>
    BindInterruptToVcpu = 25,

    /// <summary>Open an interrupt line again after its cause was handled: x0 interrupt
    /// (<see cref="Rights.InterruptBind"/>), bound to a semaphore.</summary>
    AcknowledgeInterrupt = 26,

    /// <summary>Change or read a virtual CPU's virtual interrupt: x0 vCPU
    /// (<see cref="Rights.ContextControl"/>), x1 <see cref="VirtualInterruptRequest"/>. Result: x1
    /// <see cref="VirtualInterruptState"/>. The line of an interrupt that a physical one is bound
    /// to, as of the guest's own timer, is the device's: raising or lowering it is
    /// refused.</summary>
    VirtualInterrupt = 28,

    /// <summary>Make a virtual CPU leave its guest and report <see cref="ExitKind.Recall"/> to its
    /// monitor; one that is off starts again: x0 vCPU (<see cref="Rights.ContextControl"/>). One
    /// that was stopped is refused with <see cref="Reason.ObjectGone"/>.</summary>
    Recall = 29,

    /// <summary>Stop a thread or vCPU for good; callers waiting for it get
    /// <see cref="Status.Aborted"/>: x0 execution context
    /// (<see cref="Rights.ContextControl"/>).</summary>
    Stop = 30,

    /// <summary>Read what a scheduling context has consumed: x0 selector
    /// (<see cref="Rights.SchedulingControl"/>). Result: x1 ticks since its creation, x2 overruns
    /// since its creation.</summary>
    ConsumedTime = 31,

    /// <summary>Add a window to the end of a CPU's major frame in a schedule that is neither in use
    /// nor about to be: x0 system capability (<see cref="Rights.SystemConfigure"/>), x1 schedule,
    /// below <see cref="Limits.SchedulesMax"/>, x2 CPU, x3 time partition, below
    /// <see cref="Limits.TimePartitionsMax"/>, x4 duration in ticks, at least 1/65536 s and at most
    /// 2^56, x5 <see cref="FrameWindowFlags"/>.</summary>
    AddWindow = 32,

    /// <summary>Switch to another schedule at the end of the current major frame, or at once when
    /// there is none yet, on all CPUs at the same tick: x0 system capability
    /// (<see cref="Rights.SystemSchedule"/>), x1 schedule, with frames of the same length on each
    /// CPU, x2 semaphore that is raised when its first frame
    /// begins (<see cref="Rights.SemaphoreUp"/>; 0: none). The last switch asked for
    /// counts. With more than 0 in the upper half of x1, only when that is
    /// <see cref="SystemInfoItem.NextSchedule"/> and x3 is
    /// <see cref="SystemInfoItem.ScheduleTicks"/>: else <see cref="Reason.ScheduleInUse"/>, as
    /// something was switched since the caller looked.</summary>
    SwitchSchedule = 33,

    /// <summary>Write to the boot console: x0 system capability
    /// (<see cref="Rights.SystemConsole"/>), x1 byte count 0 to 64, and above its lowest
    /// eight bits how many of them have been written already, x2 to x9 the bytes. For use
    /// before the console server runs, or after it died.
    /// </summary>
    ConsoleWrite = 36,

    /// <summary>End or restart the machine: x0 system capability
    /// (<see cref="Rights.SystemPower"/>), x1 0 power off, 1 reset.</summary>
    Shutdown = 37,
}
