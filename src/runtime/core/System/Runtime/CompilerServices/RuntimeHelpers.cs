// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using Internal.Runtime;

namespace System.Runtime.CompilerServices;

/// <summary>What the C# compiler calls by name, and layouts of objects.</summary>
public static unsafe class RuntimeHelpers
{
    /// <summary>Seen by the native compiler as an object's fields.</summary>
    private sealed class Contents
    {
        internal byte First;
    }

    public static int OffsetToStringData => 12;

    [Intrinsic]
    public static ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle fldHandle) =>
        CreateSpan<T>(fldHandle);

    [Intrinsic]
    public static bool IsReferenceOrContainsReferences<T>() where T : allows ref struct =>
        IsReferenceOrContainsReferences<T>();

    [Intrinsic]
    internal static bool IsBitwiseEquatable<T>() => IsBitwiseEquatable<T>();

    // The native compiler puts the address of the data behind the field's token.
    [Intrinsic]
    public static void InitializeArray(Array array, RuntimeFieldHandle fldHandle) =>
        InitializeArray(array, fldHandle);

    public static T[] GetSubArray<T>(T[] array, Range range)
    {
        (int offset, int length) = range.GetOffsetAndLength(array.Length);
        T[] part = new T[length];
        Array.Copy(array, offset, part, 0, length);
        return part;
    }

    public static int GetHashCode(object? o) => o is null ? 0 : ObjectHeader.HashOf(o);

    public static new bool Equals(object? o1, object? o2) => o1 == o2
        || (o1 is not null && o2 is not null && o1.Equals(o2));

    public static void RunClassConstructor(RuntimeTypeHandle type)
    {
    }

    public static void EnsureSufficientExecutionStack()
    {
        ThreadRecord* thread = ThreadRecord.Current;
        byte marker = 0;
        if ((nuint)(&marker) < thread->StackLow + 4096)
            throw new InsufficientExecutionStackException();
    }

    internal static ref byte DataOf(object value) => ref Unsafe.As<Contents>(value).First;

    /// <summary>First element of a vector.</summary>
    internal static ref byte ElementsOf(Array array) =>
        ref Unsafe.AddByteOffset(ref Unsafe.As<Contents>(array).First, (nuint)8);

    internal static nint AddressOf(object? value) => *(nint*)&value;
}
