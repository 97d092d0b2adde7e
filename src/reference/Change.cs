// SPDX-License-Identifier: MIT
namespace Bulkhead.Reference;

/// <summary>A schedule comes into use.</summary>
/// <param name="Ticks">When, at the beginning of a frame.</param>
/// <param name="Schedule">Which.</param>
/// <param name="Raised">What is raised then; null: nothing.</param>
public sealed record Change(ulong Ticks, int Schedule, Counter? Raised);
