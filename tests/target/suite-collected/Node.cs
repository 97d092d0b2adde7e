// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Collected;

/// <summary>An element of lists and rings.</summary>
internal sealed class Node
{
    internal Node? Next;
    internal ulong Value;
    internal string Text = "";

    /// <summary>A list of so many, with values from 0 on; in a frame of its own, so that nothing of
    /// its making stays on the caller's stack.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static Node List(int count)
    {
        Node first = new();
        Node last = first;
        for (int index = 1; index < count; index++)
        {
            last.Next = new Node { Value = (ulong)index };
            last = last.Next;
        }
        return first;
    }

    /// <summary>Looks at all nodes of such a list.</summary>
    internal static Tally Check(Node? first)
    {
        var tally = default(Tally);
        for (ulong index = 0; first is not null; index++, first = first.Next)
            tally.Add(index, first.Value == index, first.Value);
        return tally;
    }
}
