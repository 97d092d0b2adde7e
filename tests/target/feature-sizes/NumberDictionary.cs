// SPDX-License-Identifier: MIT
using System.Collections.Generic;

namespace Bulkhead.FeatureSizes;

/// <summary>Dictionary&lt;int, int&gt;.</summary>
[Feature(11, "Dictionary<int, int>")]
public static class NumberDictionary
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        Dictionary<int, int> numbers = new() { [(int)argument] = 1 };
        Keep.Number = numbers.TryGetValue(3, out int found) ? (ulong)found : 0;
    }
}
