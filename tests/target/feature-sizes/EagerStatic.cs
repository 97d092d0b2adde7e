// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Static that is made at the start.</summary>
[Feature(14, "static that is made at the start")]
public static class EagerStatic
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        Keep.Number = (ulong)s_made.Length;
    }

    private static readonly int[] s_made = Make();

    private static int[] Make() => new int[Keep.Number + 3];
}
