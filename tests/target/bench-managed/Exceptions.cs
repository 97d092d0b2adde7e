// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Bulkhead.BenchManaged;

/// <summary>Throws and catches.</summary>
internal static class Exceptions
{
    private static int s_caught;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void ThrowAndCatch(int count)
    {
        for (int turn = 0; turn < count; turn++)
        {
            try
            {
                throw new InvalidOperationException("measured");
            }
            catch (InvalidOperationException)
            {
                s_caught++;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void ThrowThroughFrame(int count)
    {
        for (int turn = 0; turn < count; turn++)
        {
            try
            {
                ThrowWithFinally();
            }
            catch (InvalidOperationException)
            {
                s_caught++;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowWithFinally()
    {
        try
        {
            throw new InvalidOperationException("measured");
        }
        finally
        {
            s_caught++;
        }
    }
}
