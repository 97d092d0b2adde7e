// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>New class.</summary>
[Feature(1, "new class")]
public static class NewClass
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        Node node = new() { Value = argument };
        s_last = node;
        Keep.Number = s_last.Value;
    }

    private static Node? s_last;

    private sealed class Node
    {
        internal ulong Value { get; init; }
    }
}
