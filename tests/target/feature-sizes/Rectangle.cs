// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Array of two dimensions.</summary>
[Feature(24, "int[,]")]
public static class Rectangle
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        int[,] table = new int[3, (int)argument + 2];
        table[1, 1] = 5;
        Keep.Number = (ulong)(table[1, 1] + table.GetLength(1));
    }
}
