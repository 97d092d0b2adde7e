// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>
/// A range of addresses that this partition can reach, with checked access: bytes of memory, or
/// registers of a device. The range comes from the partition's information page, so it cannot be
/// forged.
/// </summary>
public readonly partial struct MemoryWindow
{
    /// <summary>What it shows.</summary>
    public readonly WindowKind Kind;

    /// <summary>What the partition may do there.</summary>
    public readonly MemoryAccess Access;

    /// <summary>First address.</summary>
    public readonly ulong Address;

    /// <summary>Size in bytes.</summary>
    public readonly ulong Bytes;

    /// <summary>Kind-specific, see <see cref="WindowInfo.Detail"/>.</summary>
    public readonly ulong Detail;

    internal MemoryWindow(in WindowInfo info)
    {
        Kind = info.Kind;
        Access = info.Access;
        Address = info.Address;
        Bytes = info.Bytes;
        Detail = info.Detail;
    }

    /// <summary>Whether the window shows device registers.</summary>
    public bool IsDevice => Kind == WindowKind.Device;

    /// <summary>Whether a range lies inside.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="bytes">Size in bytes.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(ulong offset, ulong bytes) => offset <= Bytes && bytes <= Bytes - offset;

    private static void Require(bool condition)
    {
        // An index outside an empty span is the panic that safe code already knows.
        if (!condition) _ = default(System.ReadOnlySpan<byte>)[0];
    }
}
