// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>What native partitions and virtual machines have in common.</summary>
/// <param name="Name">Its name: lower-case letters, digits, dashes and underscores.</param>
/// <param name="Mark">Where the name stands in the description.</param>
/// <param name="Schedule">When and how long it runs.</param>
public abstract record PartitionModel(string Name, SourceMark Mark, ScheduleModel Schedule)
{
    /// <summary>Processors that it has time on, in order.</summary>
    public abstract IReadOnlyList<int> Cpus { get; }

    /// <summary>Threads that it declares besides its main thread.</summary>
    public IReadOnlyList<ThreadModel> Threads { get; init; } = [];
}
