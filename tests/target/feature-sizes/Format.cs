// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Interpolation with {x:N2}.</summary>
[Feature(9, "interpolation with {x:N2}")]
public static class Format
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        string text = $"{(int)argument:N2}";
        Keep.Number = (ulong)text.Length;
    }
}
