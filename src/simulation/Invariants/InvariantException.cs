// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Invariants;

/// <summary>An invariant does not hold.</summary>
public sealed class InvariantException : Exception
{
    /// <summary>Makes one of an unknown number.</summary>
    /// <param name="message">What is wrong.</param>
    internal InvariantException(string message)
        : base(message)
    {
        Numbers = [];
    }

    /// <summary>Makes one.</summary>
    /// <param name="numbers">Which do not hold, at least one.</param>
    /// <param name="message">What is wrong.</param>
    internal InvariantException(IReadOnlyList<int> numbers, string message)
        : base(message)
    {
        Numbers = numbers;
    }

    /// <summary>Numbers of the invariants that do not hold, as <see cref="InvariantCatalogue"/> has
    /// them.</summary>
    public IReadOnlyList<int> Numbers { get; }
}
