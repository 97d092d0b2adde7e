// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.FeatureSizes;

/// <summary>Thread, lock and the wait for its end.</summary>
[Feature(28, "Thread, lock, Join")]
public static class Threads
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        object shared = new();
        Thread thread = new(() =>
        {
            lock (shared) Keep.Number += argument;
        });
        thread.Start();
        lock (shared) Keep.Number++;
        thread.Join();
    }
}
