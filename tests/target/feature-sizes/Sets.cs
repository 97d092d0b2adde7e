// SPDX-License-Identifier: MIT
using System.Collections.Generic;

namespace Bulkhead.FeatureSizes;

/// <summary>Set of numbers.</summary>
[Feature(25, "HashSet<int>")]
public static class Sets
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        HashSet<int> set = [1, 2, (int)argument];
        Keep.Number = set.Contains(3) ? 1 : (ulong)set.Count;
    }
}
