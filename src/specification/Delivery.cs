// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>Registers that the kernel gave to an execution context.</summary>
/// <param name="Context">The context: a caller that got its results, a server that was activated,
/// a guest whose exit was answered.</param>
/// <param name="Registers">Values of x0 upward. A native thread's registers up to x9 that are not
/// listed are as they were.</param>
/// <param name="Place">Where a native thread goes on, when that is elsewhere.</param>
public readonly record struct Delivery(
    ObjectId Context, ImmutableArray<ulong> Registers, ulong? Place = null);
