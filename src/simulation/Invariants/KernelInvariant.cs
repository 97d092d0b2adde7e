// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Bulkhead.Simulation.Invariants;

/// <summary>Something that holds after every event. One that remembers belongs to one
/// checker.</summary>
internal abstract class KernelInvariant
{
    /// <summary>1 to 37.</summary>
    internal abstract int Number { get; }

    /// <summary>What holds.</summary>
    internal abstract string Sentence { get; }

    /// <summary>What the check looks at.</summary>
    internal abstract string LooksAt { get; }

    /// <summary>When it is looked at in the quick depth.</summary>
    internal virtual CheckScope Scope => CheckScope.Always;

    /// <summary>Checks.</summary>
    /// <param name="at">What there is to see.</param>
    /// <exception cref="InvariantException">It does not hold.</exception>
    internal abstract void Check(Inspection at);

    /// <summary>Whether <see cref="Remember"/> keeps anything.</summary>
    internal virtual bool HasMemory => false;

    /// <summary>Keeps what the next check compares with.</summary>
    /// <param name="at">What there is to see.</param>
    internal virtual void Remember(Inspection at)
    {
    }

    /// <summary>Fails unless something holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void That(bool holds, string what)
    {
        if (!holds) Fail(what);
    }

    /// <summary>Fails unless something holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void That(
        bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref LazyText what)
    {
        if (!holds) Fail(what.ToString());
    }

    [DoesNotReturn]
    private static void Fail(string what) => throw new InvariantException(what);
}
