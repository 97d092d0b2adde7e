// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>Makes objects of type parameters (<c>new T()</c>); the native compiler fills in what it
/// knows
/// of the type.</summary>
public static unsafe class Activator
{
    [Intrinsic]
    public static T CreateInstance<T>()
    {
        nint constructor = DefaultConstructorOf<T>();
        if (default(T) is null)
        {
            object made = ((delegate*<MethodTable*, object>)AllocatorOf<T>())(MethodTable.Of<T>());
            ((delegate*<object, void>)constructor)(made);
            return Unsafe.As<object, T>(ref made);
        }
        T value = default!;
        if (constructor != 0)
            ((delegate*<ref T, void>)constructor)(ref value);
        return value;
    }

    // Called as the constructor of a type that has none.
    private static void MissingConstructorMethod() =>
        throw new MissingMethodException("No parameterless constructor is defined.");

    [Intrinsic]
    private static extern nint DefaultConstructorOf<T>();

    [Intrinsic]
    private static extern nint AllocatorOf<T>();
}
