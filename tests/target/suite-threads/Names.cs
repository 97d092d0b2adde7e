// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Threads;

/// <summary>Numbers of the threads, in the order of the system descriptions.</summary>
internal static class Names
{
    internal const uint Low = 1;
    internal const uint Middle = 2;
    internal const uint Spin = 3;
    internal const uint High = 4;
}
