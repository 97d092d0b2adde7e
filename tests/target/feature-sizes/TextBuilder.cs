// SPDX-License-Identifier: MIT
using System.Text;

namespace Bulkhead.FeatureSizes;

/// <summary>StringBuilder.</summary>
[Feature(19, "StringBuilder")]
public static class TextBuilder
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        StringBuilder text = new();
        text.Append("v ").Append(argument).AppendLine();
        Keep.Number = (ulong)text.ToString().Length;
    }
}
