// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.BenchManaged;

/// <summary>Makes and asks objects; each turn gives one to a method that is never inlined, so that
/// none stays on the stack.</summary>
internal static class Objects
{
    private const int ArrayLength = 16;

    private static readonly object[] s_objects = [new Bird(), new Horse()];

    private sealed class Small
    {
        internal int First;
        internal object? Second;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Keep(object? made)
    {
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void KeepNothing(int count)
    {
        for (int turn = 0; turn < count; turn++) Keep(null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void New(int count)
    {
        for (int turn = 0; turn < count; turn++) Keep(new Small { First = turn });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void NewArray(int count)
    {
        for (int turn = 0; turn < count; turn++) Keep(new int[ArrayLength]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Box(int count)
    {
        for (int turn = 0; turn < count; turn++) Keep(turn);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void CastToClass(int count)
    {
        for (int turn = 0; turn < count; turn++) Keep((Animal)s_objects[turn & 1]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void CastToInterface(int count)
    {
        for (int turn = 0; turn < count; turn++) Keep((INoisy)s_objects[turn & 1]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Store(int count)
    {
        Small small = new();
        for (int turn = 0; turn < count; turn++)
        {
            small.Second = small;
            Keep(small);
        }
    }
}
