// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.FeatureSizes;

/// <summary>Null reference that is caught.</summary>
[Feature(29, "null reference, caught")]
public static class NullCaught
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        try
        {
            Keep.Number = (ulong)LengthOf(argument > 3 ? null : "three");
        }
        catch (NullReferenceException)
        {
            Keep.Number = 0;
        }
    }

    private static int LengthOf(string? text) => text!.Length;
}
