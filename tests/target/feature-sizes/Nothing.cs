// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>The smallest program.</summary>
[Feature(0, "the smallest program")]
public static class Nothing
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        Keep.Number = argument;
    }
}
