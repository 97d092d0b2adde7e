// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Library;

/// <summary>Spans and memory over objects.</summary>
internal static class SpanCases
{
    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddPart2(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("span.array", () =>
        {
            int[] a = [1, 2, 3];
            Span<int> s = a;
            s[1] = 9;
            return a[1];
        });
        list.Add("span.slice", () => new Span<int>([1, 2, 3, 4])[1..3].ToArray().Length);
        list.Add("span.text", () => "hello".AsSpan(1, 3).ToString());
        list.Add("span.copy-references", () =>
        {
            string[] a = ["x", "y"], b = new string[2];
            a.AsSpan().CopyTo(b);
            return b[1];
        });
        list.Add("span.copy-short", () => { new int[3].AsSpan().CopyTo(new int[2]); return ""; });
        list.Add("span.fill-references", () =>
        {
            string[] a = new string[2];
            a.AsSpan().Fill("z");
            return a[1];
        });
        list.Add("span.covariant", () =>
        {
            object[] a = new string[1];
            return new Span<object>(a).Length;
        });
        list.Add("span.sequence", () => "abc".AsSpan().SequenceEqual("abc"));
        list.Add("span.indexof", () =>
            "abcabc".AsSpan().IndexOf("ca".AsSpan()) + new[] { 1, 2, 3 }.AsSpan().IndexOf(3));
        list.Add("span.trim", () => "  x ".AsSpan().Trim().ToString());
        list.Add("span.reverse", () =>
        {
            int[] a = [1, 2, 3];
            a.AsSpan().Reverse();
            return string.Join("", a);
        });
        list.Add("span.sort", () =>
        {
            int[] a = [3, 1, 2];
            a.AsSpan().Sort();
            return string.Join("", a);
        });
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("span.stackalloc", () =>
        {
            Span<int> s = stackalloc int[3];
            s.Fill(4);
            int n = 0;
            foreach (int i in s) n += i;
            return n;
        });
        list.Add("span.utf8", () => "abc"u8.Length + "abc"u8[1]);
        list.Add("memory.slice", () =>
        {
            Memory<int> m = new[] { 1, 2, 3 };
            return m.Slice(1).Span[0];
        });
        list.Add("memory.readonly", () =>
        {
            ReadOnlyMemory<int> m = new[] { 1, 2, 3 };
            return m.ToArray().Length;
        });
        list.Add("memory.bad", () => new Memory<int>(new int[2]).Slice(3));
        list.Add("span.startswith", () =>
            "abc".AsSpan().StartsWith("ab") + " " + "abc".AsSpan().EndsWith("x"));
        list.Add("span.equals-ignoring", () =>
            "ABC".AsSpan().Equals("abc", StringComparison.OrdinalIgnoreCase));
        list.Add("span.collection", () => { Span<string> s = ["a", "b"]; return s[1]; });
        list.Add("span.params", () => Count() + Count("a", "b"));
        list.Add("span.binary-search", () => new[] { 1, 3, 5 }.AsSpan().BinarySearch(3));
    }

    private static int Count(params ReadOnlySpan<string> texts) => texts.Length;
}
