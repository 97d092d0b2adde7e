// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Vmm.Registers;

/// <summary>Narrows the four-bit fields of an ID register.</summary>
public static class FieldView
{
    /// <summary>Limits an unsigned field: a greater value promises features that the guest does not
    /// get.</summary>
    /// <param name="value">The register.</param>
    /// <param name="shift">Lowest bit of the field.</param>
    /// <param name="greatest">0 to 15.</param>
    /// <returns>The register with the field limited.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Limit(ulong value, int shift, ulong greatest)
    {
        ulong field = (value >> shift) & 15;
        return field <= greatest ? value : Set(value, shift, greatest);
    }

    /// <summary>Sets a field.</summary>
    /// <param name="value">The register.</param>
    /// <param name="shift">Lowest bit of the field.</param>
    /// <param name="field">0 to 15.</param>
    /// <returns>The register with the field set.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Set(ulong value, int shift, ulong field) =>
        (value & ~(15ul << shift)) | (field << shift);

    /// <summary>Keeps some fields and clears the rest.</summary>
    /// <param name="value">The register.</param>
    /// <param name="fields">Bit n set: keep the field in bits 4n + 3 to 4n.</param>
    /// <returns>The register without the other fields.</returns>
    /// <remarks>Spreads the bits without a loop, so that the mask of a constant is a
    /// constant.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Keep(ulong value, ushort fields)
    {
        ulong spread = fields;
        spread = (spread | (spread << 24)) & 0x0000_00ff_0000_00ff;
        spread = (spread | (spread << 12)) & 0x000f_000f_000f_000f;
        spread = (spread | (spread << 6)) & 0x0303_0303_0303_0303;
        spread = (spread | (spread << 3)) & 0x1111_1111_1111_1111;
        return value & (spread * 15);
    }
}
