// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Simulation.Events;

/// <summary>The operands of an event: x0 to x9 of a hypercall.</summary>
[InlineArray(Count)]
public struct EventWords
{
    /// <summary>Number of words.</summary>
    public const int Count = 10;

    private ulong _element;
}
