// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>How urgent a thread is beside those of its partition; the system description has the
/// numbers.</summary>
public enum ThreadPriority
{
    Lowest = 0,
    BelowNormal = 1,
    Normal = 2,
    AboveNormal = 3,
    Highest = 4,
}
