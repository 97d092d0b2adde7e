// SPDX-License-Identifier: MIT
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
    public static ulong Set(ulong value, int shift, ulong field) =>
        (value & ~(15ul << shift)) | (field << shift);

    /// <summary>Keeps some fields and clears the rest.</summary>
    /// <param name="value">The register.</param>
    /// <param name="fields">Bit n set: keep the field in bits 4n + 3 to 4n.</param>
    /// <returns>The register without the other fields.</returns>
    public static ulong Keep(ulong value, uint fields)
    {
        ulong mask = 0;
        for (int field = 0; field < 16; field++)
        {
            if (((fields >> field) & 1) != 0) mask |= 15ul << (4 * field);
        }
        return value & mask;
    }
}
