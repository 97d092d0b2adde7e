// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Registers;

/// <summary>
/// ESR_EL2 (Arm ARM D19.2.37).
/// <code>
///  31    26 25  24                     0
/// +--------+---+-----------------------+
/// | class  |IL |         ISS           |
/// +--------+---+-----------------------+
/// </code>
/// </summary>
internal readonly struct ExceptionSyndrome
{
    private const ulong AddressNotValid = 1 << 10;

    internal readonly ulong Value;

    internal ExceptionSyndrome(ulong value) { Value = value; }

    /// <summary>Why the exception was taken.</summary>
    internal ExceptionClass Class => (ExceptionClass)((uint)Value >> 26);

    /// <summary>Details whose meaning depends on the class.</summary>
    internal uint Details => (uint)Value & 0x1ff_ffff;

    /// <summary>The details of a data or instruction abort.</summary>
    internal AbortDetails Abort => new(Details);

    /// <summary>Whether FAR_EL2 belongs to this exception; else it holds what an earlier one left,
    /// which may have been another domain's (DDI 0487, D24.2.42).</summary>
    internal bool HasAddress => Class is ExceptionClass.ProgramCounterAlignment
        || ((Value & AddressNotValid) == 0
            && Class is (ExceptionClass.InstructionAbort or ExceptionClass.DataAbort));

    /// <summary>Whether a trapped wait is WFE rather than WFI.</summary>
    internal bool IsWaitForEvent => (Value & 1) != 0;

    /// <summary>Whether it is HVC with immediate 0.</summary>
    internal bool IsPlainHypercall =>
        (Value & 0xfc00_ffff) == (ulong)ExceptionClass.Hypervisor64 << 26;

    /// <summary>Immediate of an SVC, HVC or SMC.</summary>
    internal ushort Immediate => (ushort)Value;
}
