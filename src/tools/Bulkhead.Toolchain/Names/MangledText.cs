// SPDX-License-Identifier: MIT
using System.Text;

namespace Bulkhead.Toolchain.Names;

/// <summary>The native compiler's way to make symbols out of names.</summary>
internal static class MangledText
{
    private const string SystemPrefix = "System.Private";

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
            bool isEnd = depth == 0 && at > start && list[at] == '_' && at + 1 < list.Length
                && list[at + 1] == '_' && IsStart(list, at + 2);
            if (!isEnd) continue;
            found.Add(list[start..at]);
            start = at + 2;
            at++;
        }
        found.Add(list[start..]);
        return found;
    }

    // The separator of "System___Canon" is none.
    private static bool IsStart(string list, int at) => at < list.Length && list[at] != '_';
}
