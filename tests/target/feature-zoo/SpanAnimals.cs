// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.FeatureZoo;

internal static class SpanAnimals
{
    private static ReadOnlySpan<ushort> Primes => [2, 3, 5, 7, 11, 13, 60013];

    private static ReadOnlySpan<ulong> Powers => [1, 10, 100, 10_000_000_000];

    internal static void Run(ref ZooReport report, ulong seed)
    {
        Tables(ref report, seed);
        Copies(ref report, seed);
        Searches(ref report, seed);
    }

    private static void Tables(ref ZooReport report, ulong seed)
    {
        report.Line("table16"u8, Primes[(int)seed * 2]);
        report.Line("table64"u8, Powers[(int)seed]);
        ulong sum = 0;
        foreach (ushort prime in Primes)
            sum += prime;
        report.Line("sum"u8, sum);
        Span<ulong> made = [seed, seed * 2, seed * 3];
        report.Line("collection"u8, made[2]);
        report.Line("from end"u8, made[^1] + (ulong)made[1..].Length);
        ReadOnlySpan<char> text = "text";
        report.Line("string"u8, text[(int)seed] + (ulong)"abc".Length);
        string other = seed == 3 ? "three" : "other";
        report.Line("char"u8, other[4]);
    }

    private static void Copies(ref ZooReport report, ulong seed)
    {
        Span<byte> bytes = stackalloc byte[64];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(i * (int)seed);
        bytes[..40].CopyTo(bytes[5..]);
        report.Line("overlap up"u8, Digest(bytes));
        bytes[7..60].CopyTo(bytes[1..]);
        report.Line("overlap down"u8, Digest(bytes));
        report.Line("too short"u8, bytes.TryCopyTo(bytes[1..]));
        bytes[3..30].Fill((byte)seed);
        report.Line("fill"u8, Digest(bytes));
        bytes[10..33].Clear();
        report.Line("clear"u8, Digest(bytes));
        Span<uint> words = stackalloc uint[9];
        words.Fill((uint)seed * 7);
        words[2..5].Clear();
        report.Line("words"u8, words[1] + words[3] + ((ulong)words[8] << 32));
    }

    private static void Searches(ref ZooReport report, ulong seed)
    {
        ReadOnlySpan<byte> text = "the quick brown fox"u8;
        report.Line("index"u8, (ulong)text.IndexOf((byte)('n' + seed - 3)));
        report.Line("missing"u8, (ulong)text.IndexOf((byte)'z'));
        report.Line("last"u8, (ulong)text.LastIndexOf((byte)'o'));
        report.Line("sequence"u8, (ulong)text.IndexOf("brown"u8));
        report.Line("starts"u8, text.StartsWith("the"u8));
        report.Line("ends"u8, text.EndsWith("dog"u8));
        report.Line("equal"u8, text[4..9].SequenceEqual("quick"u8));
        report.Line("compare less"u8, text.SequenceCompareTo("thf"u8) < 0);
        report.Line("same"u8, text[..0] == text[..0]);
    }

    private static ulong Digest(ReadOnlySpan<byte> bytes)
    {
        ulong digest = 14695981039346656037;
        foreach (byte one in bytes)
            digest = (digest ^ one) * 1099511628211;
        return digest;
    }
}
