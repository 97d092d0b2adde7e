// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Bulkhead.Conformance.Language;

/// <summary>Values out of objects whose type the compiler does not see.</summary>
internal static class UnboxCases
{
    private struct Wide
    {
        internal UnboxMark? Mark;
        internal int Number;
    }

    private static readonly object?[] s_objects =
    [
        null, 5L, (byte)7, new UnboxMark { Kind = 1, Name = "m", Weight = 1L << 40 },
        UnboxLevel.High, 1, "s", 2.5, true, 'c',
        new Wide { Mark = new UnboxMark { Name = "w" }, Number = 3 },
    ];

    internal static void Add(CaseList list)
    {
        AddNullables(list);
        AddValues(list);
        AddGeneric(list);
    }

    private static void AddNullables(CaseList list)
    {
        list.Add("unbox.nullable-long", () => ((long?)Get(1))!.Value + 1);
        list.Add("unbox.nullable-long-none", () => ((long?)Get(0)).HasValue);
        list.Add("unbox.nullable-long-wrong", () => (long?)Get(5));
        list.Add("unbox.nullable-byte", () => ((byte?)Get(2))!.Value + 1);
        list.Add("unbox.nullable-byte-none", () => (byte?)Get(0) ?? 99);
        list.Add("unbox.nullable-struct", () => (UnboxMark?)Get(3));
        list.Add("unbox.nullable-struct-none", () => ((UnboxMark?)Get(0)).GetValueOrDefault());
        list.Add("unbox.nullable-struct-wrong", () => (UnboxMark?)Get(6));
        list.Add("unbox.nullable-enum", () => ((UnboxLevel?)Get(4))!.Value == UnboxLevel.High);
        list.Add("unbox.nullable-enum-from-int", () => (UnboxLevel?)Get(5));
        list.Add("unbox.nullable-int-from-enum", () => (int?)Get(4));
        list.Add("unbox.nullable-bool", () => ((bool?)Get(8))!.Value);
        list.Add("unbox.nullable-char", () => ((char?)Get(9))!.Value);
        list.Add("unbox.nullable-double", () => ((double?)Get(7))!.Value * 2);
        list.Add("unbox.nullable-is", () => Get(1) is long value ? value : -1);
        list.Add("unbox.nullable-as", () => (Get(2) as long?) is null);
        list.Add("unbox.nullable-inside", () => ((Wide?)Get(10))!.Value.Mark!.Value.Name);
        list.Add("unbox.nullable-overwrites", () =>
        {
            UnboxMark? mark = new UnboxMark { Name = "old" };
            Read(ref mark, Get(0));
            string first = mark is null ? "none" : "some";
            Read(ref mark, Get(3));
            return first + " " + mark;
        });
        list.Add("unbox.nullable-boxed-again", () =>
        {
            object? box = (long?)Get(1);
            object? none = (long?)Get(0);
            return box!.GetType().Name + " " + (none is null);
        });
    }

    private static void AddValues(CaseList list)
    {
        list.Add("unbox.unused", () => { _ = (long)Get(1)!; return "tested"; });
        list.Add("unbox.unused-wrong", () => { _ = (long)Get(6)!; return "tested"; });
        list.Add("unbox.unused-null", () => { _ = (long)Get(0)!; return "tested"; });
        list.Add("unbox.bool-from-byte", () => (bool)Get(2)!);
        list.Add("unbox.long", () => (long)Get(1)! + 1);
        list.Add("unbox.struct", () => (UnboxMark)Get(3)!);
        list.Add("unbox.struct-wrong", () => (UnboxMark)Get(1)!);
        list.Add("unbox.struct-null", () => (UnboxMark)Get(0)!);
        list.Add("unbox.int-from-enum", () => (int)Get(4)!);
        list.Add("unbox.enum-from-int", () => (UnboxLevel)Get(5)! == UnboxLevel.High);
        list.Add("unbox.int-from-long", () => (int)Get(1)!);
        list.Add("unbox.uint-from-int", () => (uint)Get(5)!);
        list.Add("unbox.sbyte-from-byte", () => (sbyte)Get(2)!);
        list.Add("unbox.from-text", () => (int)Get(6)!);
        list.Add("unbox.field", () => ((UnboxMark)Get(3)!).Weight);
        list.Add("unbox.interface-of-struct", () => ((IComparable)Get(1)!).CompareTo(4L));
    }

    private static void AddGeneric(CaseList list)
    {
        list.Add("unbox.generic-nullable", () => To<long?>(Get(1)));
        list.Add("unbox.generic-nullable-none", () => To<long?>(Get(0)) is null);
        list.Add("unbox.generic-nullable-wrong", () => To<long?>(Get(2)));
        list.Add("unbox.generic-struct", () => To<UnboxMark>(Get(3)));
        list.Add("unbox.generic-text", () => To<string>(Get(6)));
        list.Add("unbox.generic-text-wrong", () => To<string>(Get(1)));
        list.Add("unbox.shared-struct", () =>
            First<string>(new UnboxPair<string> { One = "p", Number = 1 }).One);
        list.Add("unbox.shared-struct-wrong", () => First<string>(Get(3)!).One);
        list.Add("unbox.shared-nullable", () => Maybe<string>(new UnboxPair<string> { One = "q" }));
        list.Add("unbox.shared-nullable-none", () => Maybe<string>(Get(0)));
        list.Add("unbox.shared-nullable-wrong", () =>
            Maybe<string>(new UnboxPair<object> { One = "o" }));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object? Get(int index) => s_objects[index];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Read(ref UnboxMark? mark, object? value) => mark = (UnboxMark?)value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T To<T>(object? value) => (T)value!;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static UnboxPair<T> First<T>(object value) => (UnboxPair<T>)value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Maybe<T>(object? value)
    {
        var pair = (UnboxPair<T>?)value;
        return pair is { } there ? "some " + there.One : "none";
    }
}

/// <summary>An enumeration in objects.</summary>
internal enum UnboxLevel
{
    Low,
    High,
}

/// <summary>A struct in objects.</summary>
internal struct UnboxMark
{
    internal byte Kind;
    internal string? Name;
    internal long Weight;

    public override readonly string ToString() => Kind + "/" + Name + "/" + Weight;
}

/// <summary>A generic struct in objects.</summary>
internal struct UnboxPair<T>
{
    internal T One;
    internal int Number;
}
