// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Texts compared by their code units; without case those of the Latin alphabet agree.
/// </summary>
internal static class Ordinal
{
    internal static bool IgnoresCase(StringComparison comparison) => comparison
        is StringComparison.OrdinalIgnoreCase or StringComparison.InvariantCultureIgnoreCase
        or StringComparison.CurrentCultureIgnoreCase;

    internal static bool Equals(
        ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool ignoresCase)
    {
        if (left.Length != right.Length)
            return false;
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i]
                && (!ignoresCase || char.ToUpperInvariant(left[i]) != char.ToUpperInvariant(
                    right[i])))
                return false;
        }
        return true;
    }

    internal static int Compare(
        ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool ignoresCase)
    {
        int common = left.Length < right.Length ? left.Length : right.Length;
        for (int i = 0; i < common; i++)
        {
            char a = left[i], b = right[i];
            if (ignoresCase)
            {
                a = char.ToUpperInvariant(a);
                b = char.ToUpperInvariant(b);
            }
            if (a != b)
                return a - b;
        }
        return left.Length - right.Length;
    }

    internal static int HashIgnoringCase(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        for (int i = 0; i < text.Length; i++)
            hash = (hash ^ char.ToUpperInvariant(text[i])) * 16777619;
        return (int)(hash ^ (hash >> 15));
    }
}
