// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Double.ToString.</summary>
[Feature(18, "double.ToString")]
public static class DoubleText
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        string text = (argument / 3.0).ToString();
        Keep.Number = (ulong)text.Length;
    }
}
