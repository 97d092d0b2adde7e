// SPDX-License-Identifier: MIT
using System.Collections.Generic;

namespace Bulkhead.FeatureSizes;

/// <summary>List&lt;int&gt; and foreach.</summary>
[Feature(10, "List<int> and foreach")]
public static class Lists
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        List<int> list = [(int)argument];
        list.Add(3);
        foreach (int value in list) Keep.Number += (ulong)value;
    }
}
