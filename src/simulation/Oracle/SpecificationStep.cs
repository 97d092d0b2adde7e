// SPDX-License-Identifier: MIT
using Bulkhead.Specification;

namespace Bulkhead.Simulation.Oracle;

/// <summary>A specification: what happens when an event meets a state, as in
/// <see cref="SystemModel.Step"/>.</summary>
/// <param name="state">The state before.</param>
/// <param name="happening">The event.</param>
/// <param name="takesInterrupts">Whether the processor hears of interrupts before the next
/// event.</param>
/// <returns>State and outcome.</returns>
public delegate Transition SpecificationStep(
    SpecificationState state, SpecificationEvent happening, bool takesInterrupts);
