// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Static constructor, run at the first use.</summary>
[Feature(20, "static constructor, run at the first use")]
public static class LazyStatic
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        Keep.Number = argument + Made.Count;
    }

    private static class Made
    {
        static Made() => Count = Keep.Number + 3;

        internal static ulong Count { get; }
    }
}
