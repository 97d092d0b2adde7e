// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Bulkhead.BenchManaged;

/// <summary>What collections do most.</summary>
internal static class Collections
{
    private const int EntryCount = 64;

    private static readonly Dictionary<int, int> s_numbers = [];
    private static readonly Dictionary<string, int> s_texts = [];
    private static readonly string[] s_keys = new string[EntryCount];
    private static readonly List<int> s_list = new(EntryCount);

    private static int s_total;

    static Collections()
    {
        for (int index = 0; index < EntryCount; index++)
        {
            s_keys[index] = $"key {index}";
            s_numbers.Add(index * 3, index);
            s_texts.Add(s_keys[index], index);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void AddToList(int count)
    {
        List<int> list = s_list;
        list.Clear();
        for (int turn = 0; turn < count; turn++) list.Add(turn);
        s_total += list.Count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void FindNumber(int count)
    {
        for (int turn = 0; turn < count; turn++) s_total += s_numbers[turn * 3];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void FindText(int count)
    {
        for (int turn = 0; turn < count; turn++) s_total += s_texts[s_keys[turn]];
    }
}
