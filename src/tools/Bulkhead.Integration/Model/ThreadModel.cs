// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>A thread that a native partition declares besides its main thread.</summary>
/// <param name="Name">Its name, unique in the partition.</param>
/// <param name="Mark">Where it stands in the description.</param>
/// <param name="Priority">0 to 255.</param>
public sealed record ThreadModel(string Name, SourceMark Mark, byte Priority)
{
    /// <summary>Time after which the budget is full again; 0: none.</summary>
    public ulong PeriodNanoseconds { get; init; }

    /// <summary>Processor time in a period; 0: no limit.</summary>
    public ulong BudgetNanoseconds { get; init; }

    /// <summary>Its processor.</summary>
    public int Cpu { get; init; }
}
