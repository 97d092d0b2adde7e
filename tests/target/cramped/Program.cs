// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.Suite.Cramped;

/// <summary>Its static fields do not fit: it never comes to its main method.</summary>
public static class Program
{
    private static Many s_many;

    [InlineArray(60_000)]
    private struct Many
    {
        private object? _element;
    }

    /// <summary>Would use the fields.</summary>
    /// <param name="argument">Any.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        s_many[(int)argument] = "there";
        Log.WriteLine("cramped: it has started"u8);
    }
}
