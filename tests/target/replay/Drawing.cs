// SPDX-License-Identifier: MIT
using System;
using System.Buffers.Binary;
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Replay;

/// <summary>
/// Draws an event from the menu when the list has no more: a recording. Any thread of any domain
/// may run this, so it uses nothing but the region and its stack. Offsets as in ReplayLayout on
/// the host.
/// </summary>
internal static class Drawing
{
    // Where every domain of a trace has the region.
    private const ulong Region = 0x1000_0000;
    private const ulong RegionBytes = 2ul << 20;
    private const int RandomOffset = 32;
    private const int MenuCountOffset = 40;
    private const int List = 0x1_0000;
    private const int Menu = 0x10_0000;
    private const int EntryBytes = 96;
    private const int EntryWords = EntryBytes / sizeof(ulong);
    private const int AddressWord = 11;
    private const ulong FirstStackTop = Region + 0x18_0400;
    private const ulong StackBytes = 0x400;
    private const ulong ThreadsMax = 500;

    // Numbers of threads that the opening of a trace has made.
    private const ulong FirstNumber = 32;

    private const uint Store = 2;
    private const int UtcbWord = 3;
    private const int StackWord = 4;
    private const int DeadlineWord = 2;

    /// <summary>Draws an event.</summary>
    /// <param name="index">Its index in the list.</param>
    /// <param name="stackPointer">The thread's stack pointer, which is its stack's top.</param>
    [RuntimeExport("replay_draw")]
    private static void Draw(ulong index, ulong stackPointer)
    {
        const MemoryAccess access = MemoryAccess.Read | MemoryAccess.Write;
        Span<byte> region = MemoryWindow.OfMapping(Region, RegionBytes, access)
            .Write(0, (int)RegionBytes);
        Span<byte> entry = region.Slice(List + ((int)index * EntryBytes), EntryBytes);
        ulong choice = Next(region) % Read(region, MenuCountOffset);
        Span<byte> item = region.Slice(Menu + ((int)choice * 2 * EntryBytes), 2 * EntryBytes);
        Write(entry, 0, Read(item, 0));
        for (int word = 1; word < EntryWords; word++)
        {
            ulong mask = Read(item, EntryBytes + (word * sizeof(ulong)));
            Write(entry, word, Read(item, word * sizeof(ulong)) + (Next(region) & mask));
        }
        Adapt(entry, index, stackPointer);
    }

    private static void Adapt(Span<byte> entry, ulong index, ulong stackPointer)
    {
        uint code = (uint)Read(entry, 0);
        uint detail = (uint)(Read(entry, 0) >> 32);
        ulong thread = (stackPointer - FirstStackTop) / StackBytes;
        bool isRoot = thread >= ThreadsMax;
        if (code == Store)
        {
            ulong page = isRoot ? 0 : thread + 1;
            Write(entry, AddressWord,
                Read(entry, AddressWord * sizeof(ulong)) + UtcbOf(page));
        }
        else if (code != 0)
        {
            // The root's fault would end the machine.
            if (isRoot) Write(entry, 0, (ulong)Hypercall.Yield << 32);
        }
        else if (detail == (uint)Hypercall.CreateThread)
        {
            ulong number = (FirstNumber + index) % ThreadsMax;
            Write(entry, UtcbWord, UtcbOf(number + 1));
            Write(entry, StackWord, FirstStackTop + (number * StackBytes));
        }
        else if (detail == (uint)Hypercall.SemaphoreDown && isRoot)
        {
            Write(entry, DeadlineWord, 0);
        }
    }

    private static ulong UtcbOf(ulong page) => NativeLayout.Utcb + (page * Limits.PageBytes);

    // The same numbers as the host's TraceRandom (splitmix64).
    private static ulong Next(Span<byte> region)
    {
        ulong state = Read(region, RandomOffset) + 0x9e37_79b9_7f4a_7c15;
        BinaryPrimitives.WriteUInt64LittleEndian(region.Slice(RandomOffset), state);
        ulong mixed = (state ^ (state >> 30)) * 0xbf58_476d_1ce4_e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d0_49bb_1331_11eb;
        return mixed ^ (mixed >> 31);
    }

    private static ulong Read(Span<byte> bytes, int offset) =>
        BinaryPrimitives.ReadUInt64LittleEndian(bytes.Slice(offset));

    private static void Write(Span<byte> entry, int word, ulong value) =>
        BinaryPrimitives.WriteUInt64LittleEndian(entry.Slice(word * sizeof(ulong)), value);
}
