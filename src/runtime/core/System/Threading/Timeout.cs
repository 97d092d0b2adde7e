// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>Times that have no end.</summary>
public static class Timeout
{
    public const int Infinite = -1;

    public static readonly TimeSpan InfiniteTimeSpan = new(0, 0, 0, 0, Infinite);
}
