// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Interpolation of two ints.</summary>
[Feature(8, "interpolation of two ints")]
public static class Interpolation
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        string text = $"v {(int)argument} of {(int)Keep.Number}";
        Keep.Number = (ulong)text.Length;
    }
}
