// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>An event that cannot happen in the state it was applied to: a guest's while a native
/// thread runs, an interrupt taken that was not offered.</summary>
/// <param name="message">What does not fit.</param>
public sealed class EventNotPossibleException(string message) : Exception(message);
