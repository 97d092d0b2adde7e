// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Paging;

/// <summary>A table entry changed from one valid value to another without an invalid one and an
/// invalidation between (Arm ARM D8.16.1): hardware may take either, both or an abort.</summary>
/// <param name="message">Which entry.</param>
public sealed class BreakBeforeMakeException(string message) : Exception(message);
