// SPDX-License-Identifier: MIT
using System;
using System.Text;

namespace Bulkhead.Conformance.Library;

/// <summary>StringBuilder, encodings, hash codes.</summary>
internal static class BuilderCases
{
    internal static void Add(CaseList list)
    {
        list.Add("builder.append", () =>
            new StringBuilder().Append("a").Append('b').Append(3).Append(2.5).Append(true)
                .Append((object?)null));
        list.Add("builder.line", () =>
            new StringBuilder().AppendLine("x").Append('y').ToString().Replace("\r", ""));
        list.Add("builder.format", () => new StringBuilder().AppendFormat("{0}-{1}", 1, "b"));
        list.Add("builder.interpolated", () => new StringBuilder().Append($"{1:D3}/{"x",3}"));
        list.Add("builder.insert", () => new StringBuilder("ad").Insert(1, "bc"));
        list.Add("builder.remove", () => new StringBuilder("abcdef").Remove(1, 2));
        list.Add("builder.replace", () => new StringBuilder("a-b-c").Replace("-", "+"));
        list.Add("builder.replace-char", () => new StringBuilder("abab").Replace('a', 'x'));
        list.Add("builder.length", () =>
        {
            StringBuilder b = new("abcdef");
            b.Length = 3;
            return b + "" + b.Length;
        });
        list.Add("builder.index", () => { StringBuilder b = new("abc"); b[1] = 'X'; return b; });
        list.Add("builder.clear", () => new StringBuilder("abc").Clear().Append("d"));
        list.Add("builder.repeat", () => new StringBuilder().Append('-', 5));
        list.Add("builder.join", () => new StringBuilder().AppendJoin(", ", ["a", "b"]));
        list.Add("builder.substring", () => new StringBuilder("abcdef").ToString(2, 3));
        list.Add("builder.grow", () =>
        {
            StringBuilder b = new();
            for (int i = 0; i < 200; i++) b.Append(i);
            return b.Length;
        });
        list.Add("builder.bad-index", () => new StringBuilder("abc")[5]);
        list.Add("utf8.bytes", () => Encoding.UTF8.GetBytes("a\u00e9\u20ac").Length);
        list.Add("utf8.text", () => Encoding.UTF8.GetString([0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac]));
        list.Add("utf8.surrogates", () => Encoding.UTF8.GetBytes("\ud83d\ude00").Length);
        list.Add("utf8.round", () =>
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes("x\ud83d\ude00y")));
        list.Add("utf8.invalid", () => Encoding.UTF8.GetString([0x61, 0xff, 0x62]));
        list.Add("utf8.truncated", () => Encoding.UTF8.GetString([0xe2, 0x82]));
        list.Add("utf8.count", () => Encoding.UTF8.GetByteCount("\u00e4bc"));
        list.Add("ascii.bytes", () => Encoding.ASCII.GetBytes("a\u00e9b")[1]);
        list.Add("ascii.text", () => Encoding.ASCII.GetString("abc"u8));
        list.Add("hash.combine", () => HashCode.Combine(1, "a") == HashCode.Combine(1, "a"));
        list.Add("hash.add", () =>
        {
            HashCode h = new();
            h.Add(1);
            h.Add("x");
            HashCode i = new();
            i.Add(1);
            i.Add("x");
            return h.ToHashCode() == i.ToHashCode();
        });
    }
}
