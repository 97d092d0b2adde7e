// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>A reference into a scope may not be stored where it would outlive the scope.</summary>
internal static class AssignmentTests
{
    private static readonly Node s_old = new() { Value = 1 };
    private static readonly Node?[] s_nodes = [s_old];
    private static Node? s_static = s_old;

    private struct Pair
    {
        internal int Number;
        internal Node? Node;
    }

    private static readonly Pair[] s_pairs = new Pair[2];

    private static readonly Node?[,] s_grid = new Node?[2, 2];
    private static readonly Pair[,] s_pairGrid = new Pair[2, 2];

    internal static void Run(ref RecordWriter records)
    {
        records.That("assignment"u8, "static-field"u8, Refuses(node => s_static = node));
        records.That("assignment"u8, "static-field-is-as-it-was"u8, s_static == s_old);
        records.That("assignment"u8, "field"u8, Refuses(node => s_old.Next = node));
        records.That("assignment"u8, "field-is-as-it-was"u8, s_old.Next is null);
        records.That("assignment"u8, "element"u8, Refuses(node => s_nodes[0] = node));
        records.That("assignment"u8, "element-is-as-it-was"u8, s_nodes[0] == s_old);
        records.That("assignment"u8, "struct-in-an-array"u8,
            Refuses(node => s_pairs[1] = new Pair { Number = 2, Node = node }));
        records.That("assignment"u8, "element-of-a-grid"u8, Refuses(node => s_grid[1, 1] = node));
        records.That("assignment"u8, "element-of-a-grid-is-as-it-was"u8, s_grid[1, 1] is null);
        records.That("assignment"u8, "reference-to-an-element"u8, Refuses(node =>
        {
            ref Node? element = ref s_nodes[0];
            element = node;
        }));
        records.That("assignment"u8, "reference-to-an-element-of-a-grid"u8, Refuses(node =>
        {
            ref Node? element = ref s_grid[0, 1];
            element = node;
        }));
        records.That("assignment"u8, "struct-in-a-grid"u8,
            Refuses(node => s_pairGrid[0, 1] = new Pair { Number = 2, Node = node }));
        records.That("assignment"u8, "copy-of-a-grid"u8,
            Refuses(node => Array.Copy(new[,] { { node } }, s_grid, 1)));
        records.That("assignment"u8, "copy-of-a-range"u8,
            Refuses(node => Array.Copy(new[] { node }, s_nodes, 1)));
        records.That("assignment"u8, "span"u8,
            Refuses(node => new ReadOnlySpan<Node?>(ref node).CopyTo(s_nodes)));
        records.That("assignment"u8, "inner-to-outer-scope"u8, RefusesBetweenScopes());
        records.That("assignment"u8, "outward-is-allowed"u8, AllowsOutward());
        records.That("assignment"u8, "immortal-memory-inside-a-scope"u8, AllowsImmortal());
        s_static = s_old;
        s_old.Next = null;
    }

    private static bool Refuses(Action<Node?> store)
    {
        using Scope scope = Scope.Enter();
        try
        {
            store(new Node { Value = 2 });
            return false;
        }
        catch (AssignmentException)
        {
            return true;
        }
    }

    private static bool RefusesBetweenScopes()
    {
        using Scope outer = Scope.Enter(65536);
        Node first = Make(1);
        using Scope inner = Scope.Enter();
        try
        {
            first.Next = Make(2);
            return false;
        }
        catch (AssignmentException)
        {
            return first.Next is null;
        }
    }

    private static bool AllowsOutward()
    {
        using Scope outer = Scope.Enter(65536);
        Node first = new() { Next = s_old };
        using Scope inner = Scope.Enter();
        Node second = new() { Next = first };
        return second.Next.Next == s_old;
    }

    private static bool AllowsImmortal()
    {
        using (Scope scope = Scope.Enter())
        {
            using ImmortalMemory memory = ImmortalMemory.Enter();
            s_static = Make(7);
        }
        using Scope next = Scope.Enter();
        Node other = Make(8);
        return s_static!.Value == 7 && other.Value == 8;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Node Make(int value) => new() { Value = value };
}
