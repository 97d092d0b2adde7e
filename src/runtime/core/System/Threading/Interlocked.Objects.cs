// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Threading;

public static unsafe partial class Interlocked
{
    public static object? CompareExchange(ref object? location1, object? value, object? comparand)
    {
        value = Heap.Admitted(ref location1, value);
        nint held = CompareExchange(
            ref Unsafe.As<object?, nint>(ref location1), RuntimeHelpers.AddressOf(value),
            RuntimeHelpers.AddressOf(comparand));
        return Unsafe.As<nint, object?>(ref held);
    }

    public static T CompareExchange<T>(ref T location1, T value, T comparand) where T : class?
    {
        object? held = CompareExchange(
            ref Unsafe.As<T, object?>(ref location1), value, comparand);
        return Unsafe.As<object?, T>(ref held);
    }

    public static object? Exchange(ref object? location1, object? value)
    {
        value = Heap.Admitted(ref location1, value);
        nint held = Exchange(
            ref Unsafe.As<object?, nint>(ref location1), RuntimeHelpers.AddressOf(value));
        return Unsafe.As<nint, object?>(ref held);
    }

    public static T Exchange<T>(ref T location1, T value) where T : class?
    {
        object? held = Exchange(ref Unsafe.As<T, object?>(ref location1), value);
        return Unsafe.As<object?, T>(ref held);
    }
}
