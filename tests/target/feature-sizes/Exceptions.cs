// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.FeatureSizes;

/// <summary>Throw and catch.</summary>
[Feature(16, "throw and catch")]
public static class Exceptions
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        try
        {
            Check(argument);
        }
        catch (InvalidOperationException error)
        {
            Keep.Number = (ulong)error.Message.Length;
        }
    }

    private static void Check(ulong value)
    {
        if (value > 3) throw new InvalidOperationException("too much");
    }
}
