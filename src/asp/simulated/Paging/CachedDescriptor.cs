// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Paging;

/// <summary>A descriptor in a translation buffer.</summary>
internal struct CachedDescriptor
{
    /// <summary>Address space, level and the address's bits down to the level; 0: free.</summary>
    internal ulong Key;

    /// <summary>Where it was fetched: host-physical address.</summary>
    internal ulong Location;

    /// <summary>The descriptor.</summary>
    internal ulong Value;

    /// <summary>The space's generation when it was fetched; another one: invalidated.</summary>
    internal uint Generation;

    internal readonly ushort Space => (ushort)(Key >> 32);

    internal readonly int Level => (int)((Key >> 28) & 3);

    internal readonly ulong Prefix => Key & 0x0fff_ffff;

    internal static ulong KeyOf(ushort space, int level, ulong prefix) =>
        ((ulong)space << 32) | ((ulong)level << 28) | prefix;
}
