// SPDX-License-Identifier: MIT
using System.Linq;

namespace Bulkhead.FeatureSizes;

/// <summary>Query: Where, Select, Sum.</summary>
[Feature(17, "query: Where, Select, Sum")]
public static class Query
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        int[] numbers = [1, 2, (int)argument];
        Keep.Number = (ulong)numbers.Where(value => value > 1).Select(value => value * 2).Sum();
    }
}
