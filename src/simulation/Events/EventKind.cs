// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Events;

/// <summary>What happens to a simulated system in one step. An event that does not fit what the
/// processor runs, such as a guest's access while a native thread runs, does nothing: so an event
/// list stays meaningful when events are taken out of it.</summary>
public enum EventKind : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The running native thread makes a hypercall: <see cref="SimulationEvent.Detail"/>
    /// is its number, words 0 to 9 are x0 to x9.</summary>
    Hypercall = 1,

    /// <summary>The running native thread, not the partition manager's, faults: words
    /// <see cref="Abi.FaultKind"/>, address, syndrome.</summary>
    Fault = 2,

    /// <summary>The running guest touches an address without memory: words address,
    /// <see cref="MmioAccess"/>, value.</summary>
    GuestAccess = 3,

    /// <summary>The running guest traps: detail is the <see cref="ExitKind"/>, words 0 to 3 the
    /// exit's.</summary>
    GuestExit = 4,

    /// <summary>The running guest makes a hypercall to its monitor: word 0 what trapped, words 1 to
    /// 7 x0 to x6.</summary>
    GuestHypercall = 5,

    /// <summary>The running guest waits for an interrupt.</summary>
    GuestHalt = 6,

    /// <summary>The running guest sets its timer: word 0 ticks from now.</summary>
    GuestTimer = 7,

    /// <summary>The running guest takes its most urgent interrupt, if there is one.</summary>
    GuestTake = 8,

    /// <summary>The running guest ends an interrupt: word 0 chooses among its active
    /// slots.</summary>
    GuestEnd = 9,

    /// <summary>A device signals: detail is the interrupt.</summary>
    Raise = 10,

    /// <summary>A device is satisfied: detail is the interrupt.</summary>
    Lower = 11,

    /// <summary>Time passes: word 0 ticks.</summary>
    Elapse = 12,

    /// <summary>A mapped page is used, which leaves its translation cached: word 0 chooses the
    /// mapping, word 1 the page.</summary>
    Touch = 13,

    /// <summary>The running native thread writes its message page: word 0 the word's index, word 1
    /// its value.</summary>
    WriteMessage = 14,

    /// <summary>The kernel is entered for an interrupt that is gone.</summary>
    SpuriousInterrupt = 15,

    /// <summary>A device signals and the processor does not notice before another event: detail is
    /// the interrupt.</summary>
    RaiseLate = 16,

    /// <summary>Time passes and no timer is noticed before another event: word 0
    /// ticks.</summary>
    SkipTime = 17,

    /// <summary>A system error hits what runs, unless that is the partition manager's.</summary>
    SystemError = 18,

    /// <summary>A word of a message page changes while its thread does something else: words index
    /// of the page, index of the word, value.</summary>
    ChangeMessage = 19,

    /// <summary>Every device signals at once.</summary>
    RaiseAll = 20,

    /// <summary>As <see cref="Hypercall"/>, but its deadline (word 1 of a wait, 9 of a call)
    /// is a time from now in ticks, whatever happened to the events before.</summary>
    TimedHypercall = 21,

    /// <summary>From now on the kernel's timer signals late: word 0 ticks.</summary>
    DelayTimer = 22,

    /// <summary>An interrupt is delivered once more than its device meant: detail is the
    /// interrupt.</summary>
    RepeatInterrupt = 23,

    /// <summary>What runs uses an address of its own, which leaves its translation cached as far as
    /// there is one: word 0 the address.</summary>
    Use = 24,

    /// <summary>A device signals, and the signal stays on its way until
    /// <see cref="ReleaseInterrupts"/>: detail is the interrupt.</summary>
    HoldInterrupt = 25,

    /// <summary>Every signal on its way arrives.</summary>
    ReleaseInterrupts = 26,

    /// <summary>One signal on its way arrives, those before it perhaps later: word 0 chooses
    /// it.</summary>
    ArriveInterrupt = 27,

    /// <summary>From now on interrupts from CPU to CPU stay on their way until
    /// <see cref="ArriveInterrupt"/> or <see cref="ReleaseInterrupts"/> (word 0 not 0), or arrive
    /// at once (0).</summary>
    HoldCalls = 28,

    /// <summary>The running guest sends a software interrupt to its siblings: detail is the
    /// interrupt, below 16, word 0 a bit for each virtual CPU by number.</summary>
    GuestSend = 29,

    /// <summary>A device signals while a hypercall is being carried out: detail is the interrupt,
    /// word 0 how often the kernel looks for interrupts before.</summary>
    RaiseInside = 30,
}
