// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Bulkhead.Conformance.Language;

/// <summary>References to elements, and arrays of several dimensions that hold
/// references.</summary>
internal static class ElementCases
{
    private struct Cell
    {
        internal string? Name;
        internal int Number;
        internal object? Owner;
    }

    private static readonly string[] s_words = ["zero", "one", "two"];

    internal static void Add(CaseList list)
    {
        AddReferences(list);
        AddGrids(list);
        AddCubes(list);
    }

    private static void AddReferences(CaseList list)
    {
        list.Add("element.ref", () =>
        {
            string[] words = Copy();
            ref string word = ref words[Index(1)];
            word += "!";
            return string.Join(" ", words);
        });
        list.Add("element.ref-argument", () =>
        {
            string[] words = Copy();
            Replace(ref words[Index(2)], "2");
            return string.Join(" ", words);
        });
        list.Add("element.ref-covariant", () =>
        {
            object[] words = Copy();
            ref object word = ref words[Index(0)];
            word = 5;
            return words[0];
        });
        list.Add("element.ref-covariant-interface", () =>
        {
            IComparable[] words = Covariant();
            ref IComparable word = ref words[Index(0)];
            return word.CompareTo("zero");
        });
        list.Add("element.ref-exact-object", () =>
        {
            object[] all = ["a", 2];
            ref object one = ref all[Index(1)];
            one = "b";
            return all[1];
        });
        list.Add("element.ref-bounds", () => { ref string w = ref Copy()[Index(3)]; return w; });
        list.Add("element.ref-negative", () => { ref string w = ref Copy()[Index(-1)]; return w; });
        list.Add("element.ref-null", () => { ref string w = ref Missing()![Index(0)]; return w; });
        list.Add("element.ref-shared", () => Exchange(Copy(), Index(1), "new"));
        list.Add("element.ref-shared-covariant", () =>
            Exchange<object>(Copy(), Index(1), "new"));
        list.Add("element.readonly-covariant", () =>
        {
            object[] words = Copy();
            ref readonly object word = ref words[Index(2)];
            return word;
        });
        list.Add("element.span-covariant", () => new Span<object>(Copy()).Length);
        list.Add("element.read-only-span-covariant", () =>
            new ReadOnlySpan<object>(Copy())[Index(1)]);
        list.Add("element.store-wrong", () => { ((object[])Copy())[Index(1)] = 5; return "no"; });
        list.Add("element.store-null", () => { Copy()[Index(1)] = null!; return "stored"; });
    }

    private static void AddGrids(CaseList list)
    {
        list.Add("grid.references", () =>
        {
            string?[,] grid = new string?[2, 3];
            for (int row = 0; row < 2; row++)
            {
                for (int column = 0; column < 3; column++) grid[row, column] = $"{row}{column}";
            }
            return grid[1, Index(2)] + grid[0, 1] + grid.Length;
        });
        list.Add("grid.references-are-null", () => (new string?[2, 2])[Index(1), 1] is null);
        list.Add("grid.walk", () =>
        {
            string text = "";
            foreach (string word in Words()) text += word + ",";
            return text;
        });
        list.Add("grid.ref", () =>
        {
            string[,] words = Words();
            ref string word = ref words[1, Index(1)];
            word += "?";
            return words[1, 1];
        });
        list.Add("grid.ref-covariant", () =>
        {
            object[,] words = Words();
            ref object word = ref words[Index(0), 0];
            return word;
        });
        list.Add("grid.store-wrong", () => { ((object[,])Words())[Index(1), 0] = 5; return "no"; });
        list.Add("grid.store-covariant", () =>
        {
            object[,] words = Words();
            words[Index(1), 0] = "text";
            return words[1, 0];
        });
        list.Add("grid.bounds-first", () => Words()[Index(2), 0]);
        list.Add("grid.bounds-second", () => Words()[0, Index(-1)]);
        AddWholeGrids(list);
    }

    private static void AddWholeGrids(CaseList list)
    {
        list.Add("grid.null", () => ((string[,]?)Nothing())![Index(0), 0]);
        list.Add("grid.clone", () =>
        {
            string[,] words = Words();
            var copy = (string[,])words.Clone();
            copy[0, 0] = "changed";
            return words[0, 0] + " " + copy[0, 0] + " " + copy[1, 1];
        });
        list.Add("grid.copy", () =>
        {
            string[,] words = Words();
            object[,] to = new object[2, 2];
            Array.Copy(words, to, 4);
            return to[1, 0];
        });
        list.Add("grid.clear", () =>
        {
            string?[,] words = Words();
            Array.Clear(words, 1, 2);
            return $"{words[0, 0]},{words[0, 1]},{words[1, 0]},{words[1, 1]}";
        });
        list.Add("grid.type", () => (Nothing() ?? Words()) is object[,]);
        list.Add("grid.not-vector", () => (object)Words() is string[]);
        list.Add("grid.cast-wrong", () => (string[,])(object)new object[1, 1]);
    }

    private static void AddCubes(CaseList list)
    {
        list.Add("grid.structs", () =>
        {
            Cell[,] cells = new Cell[2, 2];
            cells[1, Index(0)] = new Cell { Name = "n", Number = 7, Owner = "o" };
            cells[Index(0), 1].Name = "m";
            Cell copy = cells[1, 0];
            return copy.Name + copy.Number + copy.Owner + cells[0, 1].Name + cells[0, 0].Number;
        });
        list.Add("grid.structs-clone", () =>
        {
            Cell[,] cells = new Cell[2, 2];
            cells[1, 1].Owner = cells;
            var copy = (Cell[,])cells.Clone();
            return ReferenceEquals(copy[1, Index(1)].Owner, cells);
        });
        list.Add("grid.structs-walk", () =>
        {
            Cell[,] cells = new Cell[2, 2];
            for (int index = 0; index < 4; index++)
                cells[index / 2, index % 2] = new Cell { Name = "c" + index, Number = index };
            string text = "";
            foreach (Cell cell in cells) text += cell.Name + cell.Number;
            return text;
        });
        list.Add("grid.cube-of-references", () =>
        {
            object[,,] cube = new object[2, 2, 2];
            cube[1, 1, Index(1)] = "deep";
            cube[0, 0, 0] = cube;
            return (string)cube[1, 1, 1] + ((object[,,])cube[0, 0, 0]).Length;
        });
        list.Add("grid.of-arrays", () =>
        {
            int[][,] all = [new int[1, 2], new int[2, 1]];
            all[1][Index(1), 0] = 9;
            return all[1][1, 0] + all[0].GetLength(1);
        });
        list.Add("grid.empty", () => new string[0, 5].Length + new string[0, 5].GetLength(1));
        list.Add("grid.negative", () => new string[2, Index(-1)].Length);
        list.Add("grid.shared", () => Corner(Words()) + Corner(new[,] { { 4 } }));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Index(int index) => index + s_words.Length - 3;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string[] Copy() => (string[])s_words.Clone();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IComparable[] Covariant() => Copy();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string[]? Missing() => null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object? Nothing() => null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string[,] Words() => new[,] { { "a", "b" }, { "c", "d" } };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Replace(ref string word, string by) => word = by;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Exchange<T>(T[] array, int index, T value)
    {
        ref T place = ref array[index];
        T before = place;
        place = value;
        return before;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Corner<T>(T[,] grid) =>
        grid[grid.GetUpperBound(0), grid.GetUpperBound(1)] + ";";
}
