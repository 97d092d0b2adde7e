// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>The result of an event.</summary>
/// <param name="State">The state afterwards.</param>
/// <param name="Outcome">What could be seen.</param>
public readonly record struct Transition(SpecificationState State, Outcome Outcome);
