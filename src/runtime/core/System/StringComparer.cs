// SPDX-License-Identifier: MIT
using System.Collections;
using System.Collections.Generic;

namespace System;

/// <summary>Compares texts in a chosen way; all ways are ordinal, with case or without.</summary>
public abstract class StringComparer : IComparer, IEqualityComparer, IComparer<string?>,
    IEqualityComparer<string?>
{
    private static readonly StringComparer s_ordinal = new OrdinalComparer(false);
    private static readonly StringComparer s_ignoringCase = new OrdinalComparer(true);

    public static StringComparer Ordinal => s_ordinal;

    public static StringComparer OrdinalIgnoreCase => s_ignoringCase;

    public static StringComparer InvariantCulture => s_ordinal;

    public static StringComparer InvariantCultureIgnoreCase => s_ignoringCase;

    public static StringComparer CurrentCulture => s_ordinal;

    public static StringComparer CurrentCultureIgnoreCase => s_ignoringCase;

    public static StringComparer FromComparison(StringComparison comparisonType) =>
        System.Ordinal.IgnoresCase(comparisonType) ? s_ignoringCase : s_ordinal;

    public abstract int Compare(string? x, string? y);

    public abstract bool Equals(string? x, string? y);

    public abstract int GetHashCode(string obj);

    public int Compare(object? x, object? y) => Compare((string?)x, (string?)y);

    public new bool Equals(object? x, object? y) => Equals((string?)x, (string?)y);

    public int GetHashCode(object obj) => GetHashCode((string)obj);
}

/// <summary>By code units.</summary>
internal sealed class OrdinalComparer : StringComparer
{
    private readonly bool _ignoresCase;

    internal OrdinalComparer(bool ignoresCase) => _ignoresCase = ignoresCase;

    private StringComparison Kind =>
        _ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public override int Compare(string? x, string? y) => string.Compare(x, y, Kind);

    public override bool Equals(string? x, string? y) => string.Equals(x, y, Kind);

    public override int GetHashCode(string obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return _ignoresCase ? System.Ordinal.HashIgnoringCase(obj) : obj.GetHashCode();
    }
}
