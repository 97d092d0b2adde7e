// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Arrays.</summary>
[Feature(5, "arrays")]
public static class Arrays
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        ulong[] numbers = new ulong[argument];
        for (int index = 0; index < numbers.Length; index++) numbers[index] = argument;
        s_last = numbers;
        Keep.Number = s_last[1];
    }

    private static ulong[]? s_last;
}
