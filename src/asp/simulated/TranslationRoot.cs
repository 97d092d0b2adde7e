// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>The translation-root register: bits 63:48 the address-space identifier, the rest the
/// root table's address.</summary>
/// <param name="Value">The register.</param>
public readonly record struct TranslationRoot(ulong Value)
{
    /// <summary>Joins the parts.</summary>
    /// <param name="table">Host-physical address of the root table.</param>
    /// <param name="space">Address-space identifier.</param>
    public TranslationRoot(ulong table, ushort space)
        : this(table | ((ulong)space << 48))
    {
    }

    /// <summary>Host-physical address of the root table.</summary>
    public ulong Table => Value & 0x0000_ffff_ffff_f000;

    /// <summary>Address-space identifier.</summary>
    public ushort Space => (ushort)(Value >> 48);
}
