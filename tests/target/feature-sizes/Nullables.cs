// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Nullable number.</summary>
[Feature(23, "Nullable<int>")]
public static class Nullables
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        int? number = argument > 3 ? (int)argument : null;
        object? boxed = number;
        Keep.Number = (ulong)(number ?? 7) + (boxed is int value ? (ulong)value : 0);
    }
}
