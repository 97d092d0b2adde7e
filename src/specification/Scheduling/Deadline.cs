// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Scheduling;

/// <summary>Something that happens at a known time.</summary>
/// <param name="Ticks">When.</param>
/// <param name="Subject">A thread whose wait ends, a scheduling context whose period ends, a
/// halted virtual CPU whose timer expires; none: the open window ends.</param>
public readonly record struct Deadline(ulong Ticks, ObjectId Subject);
