// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.FeatureSizes;

/// <summary>Thread static.</summary>
[Feature(15, "thread static")]
public static class ThreadStatic
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        t_count += argument;
        Keep.Number = t_count;
    }

    [ThreadStatic]
    private static ulong t_count;
}
