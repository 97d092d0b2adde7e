// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>An instruction of a method's IL that names something.</summary>
/// <param name="Offset">Where it begins, from the start of the method.</param>
/// <param name="Code">Its operation: ECMA-335 part III, two-byte ones as 0xFExx.</param>
/// <param name="Token">What it names, a token of the assembly's metadata.</param>
/// <param name="IsConstrained">Whether the type that a virtual call is made on is known.</param>
internal readonly record struct IlInstruction(
    int Offset, ushort Code, int Token, bool IsConstrained)
{
    /// <summary>callvirt.</summary>
    internal const ushort CallVirtual = 0x6F;

    /// <summary>ldvirtftn.</summary>
    internal const ushort LoadVirtual = 0xFE07;
}
