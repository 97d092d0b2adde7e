// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Library;

/// <summary>Methods of texts.</summary>
internal static class StringCases
{
    private static readonly string[] s_texts = ["Hello, World", "", "  padded\t", "a,b,,c",
        "aXbXc"];

    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddPart2(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("string.concat", () => "a" + 1 + 'c' + null + 2.5 + true);
        list.Add("string.concat-many", () => string.Concat("a", "b", "c", "d", "e"));
        list.Add("string.length", () => s_texts[0].Length);
        list.Add("string.substring", () => s_texts[0].Substring(7));
        list.Add("string.substring-length", () => s_texts[0].Substring(0, 5));
        list.Add("string.substring-bad", () => s_texts[0].Substring(50));
        list.Add("string.indexof", () =>
            s_texts[0].IndexOf('o') + s_texts[0].IndexOf("World", StringComparison.Ordinal));
        list.Add("string.lastindexof", () => s_texts[0].LastIndexOf('o'));
        list.Add("string.indexof-none", () => s_texts[0].IndexOf('z'));
        list.Add("string.indexof-empty", () => s_texts[0].IndexOf("", StringComparison.Ordinal));
        list.Add("string.indexofany", () => s_texts[0].IndexOfAny(['W', 'l']));
        list.Add("string.contains", () =>
            s_texts[0].Contains("lo,") + " " + s_texts[0].Contains('!'));
        list.Add("string.starts", () => s_texts[0].StartsWith("Hell", StringComparison.Ordinal));
        list.Add("string.starts-ignoring", () =>
            s_texts[0].StartsWith("hell", StringComparison.OrdinalIgnoreCase));
        list.Add("string.ends", () => s_texts[0].EndsWith('d'));
        list.Add("string.upper", () => s_texts[0].ToUpperInvariant());
        list.Add("string.lower", () => s_texts[0].ToLowerInvariant());
        list.Add("string.upper-latin", () => "stra\u00dfe \u00e9\u00f1".ToUpperInvariant());
        list.Add("string.trim", () => "[" + s_texts[2].Trim() + "]");
        list.Add("string.trimstart", () => "[" + s_texts[2].TrimStart() + "]");
        list.Add("string.trimend", () => "[" + s_texts[2].TrimEnd() + "]");
        list.Add("string.trim-chars", () => "xxaxx".Trim('x'));
        list.Add("string.split", () => string.Join("|", s_texts[3].Split(',')));
        list.Add("string.split-remove", () =>
            string.Join("|", s_texts[3].Split(',', StringSplitOptions.RemoveEmptyEntries)));
        list.Add("string.split-trim", () =>
            string.Join("|", " a ; b ".Split(';', StringSplitOptions.TrimEntries)));
        list.Add("string.split-string", () => string.Join("|", "1--2--3".Split("--")));
        list.Add("string.split-count", () => string.Join("|", "1,2,3,4".Split(',', 2)));
        list.Add("string.split-white", () => string.Join("|", "a b\tc".Split()));
        list.Add("string.split-chars", () => string.Join("|", "a,b;c".Split([',', ';'])));
        list.Add("string.join", () => string.Join(", ", new[] { "x", "y", "z" }));
        list.Add("string.join-numbers", () => string.Join('-', new List<int> { 1, 2, 3 }));
        list.Add("string.join-objects", () => string.Join("/", 1, "a", null, 2.5));
        list.Add("string.replace", () => s_texts[4].Replace("X", "--"));
        list.Add("string.replace-char", () => s_texts[4].Replace('X', 'y'));
        list.Add("string.replace-remove", () => s_texts[4].Replace("X", ""));
        list.Add("string.insert", () => "ac".Insert(1, "b"));
        list.Add("string.remove", () => "abcdef".Remove(2, 3));
        list.Add("string.padleft", () => "7".PadLeft(4, '0'));
        list.Add("string.padright", () => "[" + "ab".PadRight(5) + "]");
        list.Add("string.equals", () =>
            string.Equals("abc", "ABC", StringComparison.OrdinalIgnoreCase));
        list.Add("string.operator", () => s_texts[1] == string.Empty);
        list.Add("string.compare", () => Math.Sign(string.CompareOrdinal("abc", "abd")));
        list.Add("string.compare-length", () => Math.Sign(string.CompareOrdinal("abc", "ab")));
        list.Add("string.compare-null", () => Math.Sign(string.CompareOrdinal(null, "a")));
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("string.isnullorempty", () =>
            string.IsNullOrEmpty(s_texts[1]) + " " + string.IsNullOrEmpty("x"));
        list.Add("string.iswhite", () => string.IsNullOrWhiteSpace(" \t\n"));
        list.Add("string.chars", () => new string(s_texts[0].ToCharArray()[..4]));
        list.Add("string.repeat", () => new string('=', 5));
        list.Add("string.format", () => string.Format("{0} {1:X2} {0}", "a", 10));
        list.Add("string.format-align", () => string.Format("[{0,5}|{1,-5}]", 1, 2));
        list.Add("string.format-braces", () => string.Format("{{{0}}}", 5));
        list.Add("string.format-null", () => string.Format("[{0}]", (object?)null));
        list.Add("string.hash-equal", () => "abc".GetHashCode() == ("ab" + "c").GetHashCode());
        list.Add("string.comparer", () => StringComparer.OrdinalIgnoreCase.Equals("A", "a"));
        list.Add("string.comparer-hash", () =>
            StringComparer.OrdinalIgnoreCase
                .GetHashCode("AbC") == StringComparer.OrdinalIgnoreCase.GetHashCode("aBc"));
        list.Add("string.create", () => string.Create(3, 'x', (span, c) => span.Fill(c)));
        list.Add("string.surrogates", () =>
            "\ud83d\ude00".Length + " " + char.IsHighSurrogate("\ud83d\ude00"[0]));
        list.Add("char.classes", () =>
            char.IsDigit('5') + " " + char.IsLetter('x') + " " + char.IsWhiteSpace('\t') + " "
                + char.IsUpper('x') + " " + char.IsPunctuation('!'));
        list.Add("char.case", () => char.ToUpperInvariant('q') + "" + char.ToLowerInvariant('Q'));
        list.Add("char.ascii", () =>
            char.IsAsciiHexDigit('f') + " " + char.IsAsciiLetterOrDigit('_'));
        list.Add("char.text", () => 'x'.ToString() + char.MaxValue.CompareTo('a'));
        list.Add("bool.parse", () => bool.Parse(" TRUE ") + " " + bool.TryParse("no", out _));
    }
}
