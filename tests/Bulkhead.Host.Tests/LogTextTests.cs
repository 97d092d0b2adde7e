// SPDX-License-Identifier: MIT
using Bulkhead.Native;

namespace Bulkhead.Host.Tests;

/// <summary>Strings in the log.</summary>
public sealed class LogTextTests
{
    [Fact]
    public void Texts_AreWrittenAsUtf8() => Check(
        ["two parts", "gr\u00fc\u00df \u20ac \U0001F600", ""],
        () =>
        {
            Log.Write("two ");
            Log.WriteLine("parts");
            Log.WriteLine("gr\u00fc\u00df \u20ac \U0001F600");
            Log.WriteLine("");
        });

    [Fact]
    public void HalfACharacter_IsReplaced() => Check(
        ["\uFFFDx", "\uFFFD\uFFFD", "\uFFFD"],
        () =>
        {
            Log.WriteLine("\uD83Dx");
            Log.WriteLine("\uDE00\uD83D");
            Log.WriteLine("\uD83D");
        });

    private static void Check(string[] expected, Action body)
    {
        using PartitionHost host = new();
        host.Run(body);
        Assert.Equal(expected, host.Log);
    }
}
