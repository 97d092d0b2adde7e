// SPDX-License-Identifier: MIT
namespace Bulkhead.Threads;

/// <summary>What the word of a lock means, and how it changes.</summary>
/// <remarks>
/// Bits 15:0: the owner, one more than its row, 0 when the lock is free; bits 27:16: how often the
/// owner has entered besides the first time. The rest belongs to whoever has the lock in a word of
/// his own; of these bits an <c>epoch</c> mask may name some that come with the owner: where they
/// differ from the caller's, the lock was taken in another life of the partition, and is free.
/// </remarks>
internal static class LockWord
{
    /// <summary>The owner.</summary>
    internal const ulong OwnerMask = 0xffff;

    /// <summary>One more entry.</summary>
    internal const ulong OneEntry = 0x1_0000;

    /// <summary>Entries besides the first.</summary>
    internal const ulong EntriesMask = 0xfff_0000;

    /// <summary>The owner.</summary>
    /// <param name="seen">The word.</param>
    /// <param name="self">The caller as an owner, with its epoch.</param>
    /// <param name="epoch">Bits of the epoch.</param>
    /// <returns>One more than the owner's row; 0 when the lock is free.</returns>
    internal static ulong OwnerOf(ulong seen, ulong self, ulong epoch) =>
        ((seen ^ self) & epoch) == 0 ? seen & OwnerMask : 0;

    /// <summary>The word after the caller has entered.</summary>
    /// <param name="seen">The word.</param>
    /// <param name="self">The caller as an owner, with its epoch.</param>
    /// <param name="epoch">Bits of the epoch.</param>
    /// <returns>The word; the same one when the caller cannot enter now.</returns>
    internal static ulong Enter(ulong seen, ulong self, ulong epoch)
    {
        ulong owner = OwnerOf(seen, self, epoch);
        if (owner == 0) return (seen & ~(epoch | OwnerMask | EntriesMask)) | self;
        bool isOwn = owner == (self & OwnerMask) && (seen & EntriesMask) != EntriesMask;
        return isOwn ? seen + OneEntry : seen;
    }

    /// <summary>The word after its owner has left.</summary>
    /// <param name="seen">The word; the caller is its owner.</param>
    /// <param name="epoch">Bits of the epoch.</param>
    /// <returns>The word.</returns>
    internal static ulong Leave(ulong seen, ulong epoch) =>
        (seen & EntriesMask) != 0 ? seen - OneEntry : seen & ~(epoch | OwnerMask);
}
