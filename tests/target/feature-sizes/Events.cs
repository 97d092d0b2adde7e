// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.FeatureSizes;

/// <summary>Event with two handlers.</summary>
[Feature(21, "event with two handlers")]
public static class Events
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        Source source = new();
        source.Changed += value => Keep.Number += value;
        source.Changed += value => Keep.Number -= value + argument;
        source.Change(argument);
    }

    private sealed class Source
    {
        internal event Action<ulong>? Changed;

        internal void Change(ulong value) => Changed?.Invoke(value);
    }
}
