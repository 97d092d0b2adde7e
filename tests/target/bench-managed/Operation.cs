// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.BenchManaged;

/// <summary>What is counted: a loop over it, and a loop that does everything else.</summary>
/// <param name="id">Identifier of the figure.</param>
/// <param name="repeat">Does it as often as it is told.</param>
/// <param name="empty">The same without what is counted.</param>
internal sealed class Operation(string id, Action<int> repeat, Action<int> empty)
{
    internal string Id { get; } = id;

    internal Action<int> Repeat { get; } = repeat;

    internal Action<int> Empty { get; } = empty;
}
