// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// What the kernel does with a virtual CPU when its monitor replies: word 0. The actions are done
/// in the order of SetRegister, Advance, SetResults, SetRegisters, injection, and Off or else Wait;
/// unknown bits mean nothing. A faulting thread goes on elsewhere whenever <see cref="Redirect"/>
/// is among the actions, else behind its instruction whenever <see cref="Advance"/> is, and at its
/// instruction with <see cref="Resume"/>; with anything else it stops.
/// </summary>
[System.Flags]
public enum ExitAction : ulong
{
    /// <summary>Run on at the same instruction.</summary>
    Resume = 0,

    /// <summary>Step over the instruction that caused the exit.</summary>
    Advance = 1,

    /// <summary>Give word 1 to the register that the access names, extended as the access says.
    /// After an exit that is no access: that of the last one.</summary>
    SetRegister = 2,

    /// <summary>Give words 1 to 4 to x0 to x3.</summary>
    SetResults = 4,

    /// <summary>Load the <see cref="RegisterGroups"/> of word 5 from the monitor's UTCB, laid out
    /// as <see cref="GuestRegisters"/>.</summary>
    SetRegisters = 8,

    /// <summary>Raise a synchronous external abort in the guest (Arm ARM D17.2.37, DFSC
    /// 0x10).</summary>
    InjectAbort = 16,

    /// <summary>Raise an undefined-instruction exception in the guest (EC 0).</summary>
    InjectUndefined = 32,

    /// <summary>Wait until an enabled interrupt is pending, the guest's timer expires or the vCPU
    /// is recalled.</summary>
    Wait = 64,

    /// <summary>Off: the vCPU does not run until the next <see cref="Hypercall.Recall"/>, and then
    /// reports <see cref="ExitKind.Startup"/>. A recall since the exit is the next one.</summary>
    Off = 128,

    /// <summary>A faulting thread goes on at the address of word 5, with words 1 to 4 in x0 to x3;
    /// its other registers and its stack pointer are as they were at the fault. Without a meaning
    /// for a virtual CPU.</summary>
    Redirect = 256,
}
