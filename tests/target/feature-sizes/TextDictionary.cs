// SPDX-License-Identifier: MIT
using System.Collections.Generic;

namespace Bulkhead.FeatureSizes;

/// <summary>Dictionary&lt;string, int&gt;.</summary>
[Feature(12, "Dictionary<string, int>")]
public static class TextDictionary
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        Dictionary<string, int> numbers = new() { ["one"] = (int)argument };
        Keep.Number = numbers.TryGetValue("two", out int found) ? (ulong)found : 0;
    }
}
