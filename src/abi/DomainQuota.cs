// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// What a protection domain may use of the kernel: bits 15:0 stage-2 table pages, bits 31:16
/// objects.
/// </summary>
public readonly struct DomainQuota
{
    /// <summary>The register value.</summary>
    public readonly ulong Value;

    /// <summary>Takes a register value as it is.</summary>
    /// <param name="value">The register value.</param>
    public DomainQuota(ulong value) { Value = value; }

    /// <summary>Builds a quota.</summary>
    /// <param name="tablePages">Stage-2 table pages, the root included.</param>
    /// <param name="objects">Kernel objects.</param>
    public DomainQuota(ushort tablePages, ushort objects) { Value = tablePages | (
        (ulong)objects << 16); }

    /// <summary>Stage-2 table pages, the root included.</summary>
    public ushort TablePages => (ushort)Value;

    /// <summary>Kernel objects.</summary>
    public ushort Objects => (ushort)(Value >> 16);
}
