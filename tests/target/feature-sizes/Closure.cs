// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.FeatureSizes;

/// <summary>Lambda with closure.</summary>
[Feature(7, "lambda with closure")]
public static class Closure
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        Func<ulong, ulong> add = value => value + argument;
        s_last = add;
        Keep.Number = s_last(3);
    }

    private static Func<ulong, ulong>? s_last;
}
