// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>String concatenation.</summary>
[Feature(6, "string concatenation")]
public static class Concatenation
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        s_last = s_last + "b";
        Keep.Number = (ulong)s_last.Length;
    }

    private static string s_last = "a";
}
