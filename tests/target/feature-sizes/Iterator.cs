// SPDX-License-Identifier: MIT
using System.Collections.Generic;

namespace Bulkhead.FeatureSizes;

/// <summary>Yield.</summary>
[Feature(13, "yield")]
public static class Iterator
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        foreach (int value in Count((int)argument)) Keep.Number += (ulong)value;
    }

    private static IEnumerable<int> Count(int end)
    {
        for (int value = 0; value < end; value++) yield return value;
    }
}
