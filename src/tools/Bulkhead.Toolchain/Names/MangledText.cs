// SPDX-License-Identifier: MIT
using System.Text;

namespace Bulkhead.Toolchain.Names;

/// <summary>The native compiler's way to make symbols out of names.</summary>
internal static class MangledText
{
    private const string SystemPrefix = "System.Private";
    private const string Canonical = "___Canon";

    /// <summary>What a symbol of an assembly begins with.</summary>
    internal static string OfAssembly(string name) => Sanitize(
        name.StartsWith(SystemPrefix, StringComparison.Ordinal)
            ? "S.P" + name[SystemPrefix.Length..] : name);

    /// <summary>A name of which only letters and digits are left.</summary>
    internal static string Sanitize(string name)
    {
        StringBuilder text = new(name.Length);
        foreach (char c in name)
            text.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        if (text.Length > 0 && char.IsAsciiDigit(text[0]))
            text.Insert(0, '_');
        return text.ToString();
    }

    /// <summary>A name without its generic arguments.</summary>
    internal static string Base(string mangled)
    {
        int open = mangled.IndexOf('<', StringComparison.Ordinal);
        return open < 0 ? mangled : mangled[..open];
    }

    /// <summary>Where a separator stands outside of angle brackets, from the end to the
    /// start.</summary>
    internal static IEnumerable<int> SeparatorsFromEnd(string symbol)
    {
        int depth = 0;
        for (int at = symbol.Length - 1; at > 0; at--)
        {
            if (symbol[at] == '>') depth++;
            else if (symbol[at] == '<') depth--;
            else if (depth == 0 && symbol[at] == '_' && symbol[at - 1] == '_') yield return at - 1;
        }
    }

    /// <summary>The arguments between angle brackets.</summary>
    internal static List<string> Arguments(string list)
    {
        List<string> found = [];
        int depth = 0, start = 0;
        for (int at = 0; at < list.Length; at++)
        {
            if (list[at] == '<') depth++;
            else if (list[at] == '>') depth--;
            int run = Underscores(list, at);
            if (run == 0) continue;
            if (depth == 0 && at > start && IsSeparator(list, at, run))
            {
                found.Add(list[start..at]);
                start = at + 2;
            }
            at += run - 1;
        }
        found.Add(list[start..]);
        return found;
    }

    private static int Underscores(string text, int at)
    {
        int end = at;
        while (end < text.Length && text[end] == '_') end++;
        return end - at;
    }

    // Two; what follows may begin with more, as "__Array<" does. Those of "System___Canon" are
    // none.
    private static bool IsSeparator(string list, int at, int run) =>
        run > 1 && !(run == 3 && list.AsSpan(at).StartsWith(Canonical));
}
