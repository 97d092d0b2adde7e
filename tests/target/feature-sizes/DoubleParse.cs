// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Number with a fraction out of a text.</summary>
[Feature(27, "double.Parse")]
public static class DoubleParse
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        string text = argument > 3 ? "1.5" : "2.25e3";
        Keep.Number = (ulong)double.Parse(text);
    }
}
