// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.BenchManaged;

/// <summary>Makes texts.</summary>
internal static class Texts
{
    private static readonly string[] s_words = ["sun", "moon"];

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Interpolate(int count)
    {
        for (int turn = 0; turn < count; turn++) Objects.Keep($"{turn} of {count}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Concatenate(int count)
    {
        for (int turn = 0; turn < count; turn++)
            Objects.Keep(s_words[turn & 1] + s_words[count & 1]);
    }
}
