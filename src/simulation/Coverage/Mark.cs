// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Coverage;

/// <summary>States and steps that a campaign must have met to have tested anything of
/// them.</summary>
public enum Mark
{
    /// <summary>Nothing could run.</summary>
    Idle,

    /// <summary>A server had more than one helper.</summary>
    SeveralHelpers,

    /// <summary>A chain of calls was more than three contexts long.</summary>
    LongChain,

    /// <summary>All hardware slots of a virtual CPU were in use.</summary>
    FullSlots,

    /// <summary>A virtual interrupt waited in software for a slot.</summary>
    InterruptsInSoftware,

    /// <summary>A virtual CPU was to report because of a recall.</summary>
    VcpuRecalled,

    /// <summary>A virtual CPU was recalled while its monitor answered its exit.</summary>
    VcpuRecalledInExit,

    /// <summary>A virtual CPU was off until its monitor starts it.</summary>
    VcpuOff,

    /// <summary>The timer of a guest that does not own the hardware's was armed.</summary>
    DisplacedGuestTimer,

    /// <summary>A hypercall was made again after help.</summary>
    Restart,

    /// <summary>A hypercall went the short way.</summary>
    ShortWay,

    /// <summary>A device was mapped.</summary>
    DeviceMapped,

    /// <summary>A domain was destroyed.</summary>
    DomainDestroyed,

    /// <summary>A context was destroyed by another while it could run.</summary>
    ReadyContextDestroyed,

    /// <summary>A context was destroyed while it waited for something.</summary>
    WaitingContextDestroyed,

    /// <summary>A context that waited was told that its partner is gone.</summary>
    WaitAborted,

    /// <summary>A deadline ended a wait.</summary>
    WaitTimedOut,

    /// <summary>A server worked although its caller was gone.</summary>
    ServerWithoutCaller,

    /// <summary>A message was half in its receiver's page.</summary>
    MessageInPieces,

    /// <summary>Somebody had begun a message, and its receiver's page was another's
    /// since.</summary>
    MessagePageTaken,

    /// <summary>A reply was half in the page of a caller that went on.</summary>
    ReplyLeft,

    /// <summary>A device signalled that had signalled already.</summary>
    DuplicateInterrupt,

    /// <summary>A system error hit a native thread.</summary>
    SystemErrorInThread,

    /// <summary>A system error hit a guest.</summary>
    SystemErrorInGuest,

    /// <summary>An event was made again at once, many times.</summary>
    Burst,

    /// <summary>A window of a time partition besides the background was open.</summary>
    Windowed,

    /// <summary>An exclusive window was open.</summary>
    ExclusiveWindow,

    /// <summary>A window's time partition and the background both had somebody queued.</summary>
    WindowContended,

    /// <summary>A window was open, and a caller of another time partition waited for its server to
    /// go on.</summary>
    WindowEndedInServer,

    /// <summary>A scheduling context had overruns, and a semaphore for them.</summary>
    OverrunTold,

    /// <summary>A switch to another schedule waited for the end of the frame.</summary>
    SwitchPending,

    /// <summary>A switch was asked for that depended on what its caller had seen, and it was
    /// still so.</summary>
    SwitchAsSeen,

    /// <summary>Such a switch was refused, as something else was so.</summary>
    SwitchNotAsSeen,

    /// <summary>The system counter went through 2^32.</summary>
    CounterBeyond32Bits,

    /// <summary>The system counter went through 2^62.</summary>
    CounterBeyond62Bits,
}
