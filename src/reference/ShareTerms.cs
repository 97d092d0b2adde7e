// SPDX-License-Identifier: MIT
namespace Bulkhead.Reference;

/// <summary>What a scheduling context is entitled to.</summary>
/// <param name="Priority">0 to 255, 255 first.</param>
/// <param name="Budget">Ticks for each turn or period; 0: no limit.</param>
/// <param name="Period">Ticks from one filling of the budget to the next; 0: the budget is a
/// turn.</param>
/// <param name="Partition">Time partition; 0: the background.</param>
public readonly record struct ShareTerms(int Priority, ulong Budget, ulong Period, int Partition);
