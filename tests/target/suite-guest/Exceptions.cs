// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest;

/// <summary>Exceptions that the guest expects: their count, and what the last one was.</summary>
internal static class Exceptions
{
    /// <summary>The exception is not expected and ends the guest.</summary>
    internal const ulong Unexpected = 0;

    /// <summary>The instruction is stepped over.</summary>
    internal const ulong StepOver = 1;

    /// <summary>The function that jumped goes on.</summary>
    internal const ulong Return = 2;

    /// <summary>Undefined instruction.</summary>
    internal const ulong ClassUnknown = 0x00;

    /// <summary>Instruction abort at EL1.</summary>
    internal const ulong ClassFetch = 0x21;

    /// <summary>Data abort at EL1.</summary>
    internal const ulong ClassData = 0x25;

    /// <summary>Illegal execution state.</summary>
    internal const ulong ClassIllegal = 0x0e;

    /// <summary>Fault status: synchronous external abort.</summary>
    internal const ulong StatusExternal = 0x10;

    /// <summary>Exceptions so far.</summary>
    internal static ulong Count => Imports.ExceptionWord(1);

    /// <summary>ESR_EL1 of the last.</summary>
    internal static ulong Syndrome => Imports.ExceptionWord(2);

    /// <summary>Its class.</summary>
    internal static ulong Class => Syndrome >> 26;

    /// <summary>Fault status of an abort.</summary>
    internal static ulong Status => Syndrome & 0x3f;

    /// <summary>Whether the last says that the guest has no such thing: as an undefined instruction,
    /// or as its own trap of an unknown register, of SVE or of SME (EC 0x18, 0x19, 0x1d).</summary>
    internal static bool IsUndefined => Class is ClassUnknown or 0x18 or 0x19 or 0x1d;

    /// <summary>ELR_EL1 of the last.</summary>
    internal static ulong Address => Imports.ExceptionWord(3);

    /// <summary>FAR_EL1 of the last.</summary>
    internal static ulong Fault => Imports.ExceptionWord(4);
}
