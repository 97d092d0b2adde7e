// SPDX-License-Identifier: MIT
using System.Collections.Generic;

namespace Bulkhead.FeatureSizes;

/// <summary>Queue by priority.</summary>
[Feature(26, "PriorityQueue<int, int>")]
public static class Priorities
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        PriorityQueue<int, int> queue = new();
        queue.Enqueue(1, (int)argument);
        queue.Enqueue(2, 2);
        Keep.Number = (ulong)queue.Dequeue();
    }
}
