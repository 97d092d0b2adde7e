// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>A heap that is full.</summary>
internal static class FullTests
{
    private static Node? s_all;

    internal static void Run(ref RecordWriter records)
    {
        records.That("collected"u8, "too-large"u8, FailsAsTooLarge());
        for (uint turn = 0; turn < 3; turn++)
        {
            records.That("collected"u8, "full-small"u8, FillWithNodes());
            records.That("collected"u8, "after-full"u8, Works());
        }
        records.That("collected"u8, "full-arrays"u8, FillWithArrays());
        records.That("collected"u8, "after-full-arrays"u8, Works());
        records.That("collected"u8, "holes-are-found"u8, FillsHoles());
    }

    private static bool FailsAsTooLarge()
    {
        try
        {
            return new byte[(int)MemoryUse.Size].Length == 0;
        }
        catch (OutOfMemoryException)
        {
            return Works();
        }
    }

    // Everything is reached until the end; then nothing is.
    private static bool FillWithNodes()
    {
        long count = 0;
        try
        {
            for (; count < MemoryUse.Size; count++) s_all = new Node { Next = s_all };
        }
        catch (OutOfMemoryException)
        {
            s_all = null;
            // A node takes 40 bytes, and all but a few pieces are full of them.
            return count > MemoryUse.Size * 9 / 10 / 40;
        }
        return false;
    }

    private static bool FillWithArrays()
    {
        List<byte[]> all = new(2_000);
        try
        {
            for (int turn = 0; turn < 2_000; turn++) all.Add(new byte[20_000]);
        }
        catch (OutOfMemoryException)
        {
            return all.Count > MemoryUse.Size * 8 / 10 / 20_024;
        }
        return false;
    }

    // Every other node is free: holes of one node each, smaller than any piece.
    private static bool FillsHoles()
    {
        FillWithNodesAndKeep();
        for (Node? at = s_all; at?.Next is not null; at = at.Next) at.Next = at.Next.Next;
        int made = 0;
        try
        {
            for (; made < 1_000; made++) s_all = new Node { Next = s_all };
        }
        catch (OutOfMemoryException)
        {
        }
        s_all = null;
        return made == 1_000 && Works();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FillWithNodesAndKeep()
    {
        s_all = null;
        try
        {
            for (long count = 0; count < MemoryUse.Size; count++)
                s_all = new Node { Next = s_all };
        }
        catch (OutOfMemoryException)
        {
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Works()
    {
        Node list = Node.List(2_000);
        Tally tally = Node.Check(list);
        return tally.WrongCount == 0 && tally.Count == 2_000 && $"{tally.Count}" == "2000";
    }
}
