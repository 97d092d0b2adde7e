// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// Why a virtual CPU left its guest: the index of the event portal that is called. The message
/// words are listed per kind, in the others the server finds what it left there itself; the
/// descriptor is zero. The reply is an <see cref="ExitAction"/> in word 0 with its operands. A
/// virtual CPU whose monitor cannot be called, or stops meanwhile, stops.
/// </summary>
public enum ExitKind : byte
{
    /// <summary>The vCPU runs for the first time, or again after <see cref="ExitAction.Off"/>.
    /// Words: 0 vCPU number. The monitor replies with
    /// <see cref="ExitAction.SetRegisters"/>.</summary>
    Startup = 0,

    /// <summary>Access to an address that nothing is mapped at, decoded. Words: 0 guest-physical
    /// address,
    /// 1 <see cref="MmioAccess"/>, 2 the value written. Reply operand: 1 the value read.</summary>
    Mmio = 1,

    /// <summary>HVC or SMC that the kernel does not answer. Words: 0 immediate, bit 16 set for SMC,
    /// 1 to 7 x0 to x6. Reply operands: 1 to 4 new x0 to x3 with
    /// <see cref="ExitAction.SetResults"/>.</summary>
    Hypercall = 2,

    /// <summary>Trapped system-register access. Words: 0 <see cref="RegisterAccess"/>, 1 the value
    /// written. Reply operand: 1 the value read.</summary>
    SystemRegister = 3,

    /// <summary>Anything else: an access that cannot be decoded, an execution fault. Words: 0
    /// syndrome (ESR_EL2), 1 virtual address (FAR_EL2), 2 guest-physical address, 3 pc.</summary>
    Fault = 4,

    /// <summary>The monitor asked for it with <see cref="Hypercall.Recall"/>. Words: 0 vCPU
    /// number.</summary>
    Recall = 5,
}
