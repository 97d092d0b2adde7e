// SPDX-License-Identifier: MIT
namespace System.Globalization;

/// <summary>The invariant culture; there is no other.</summary>
public class CultureInfo : IFormatProvider
{
    private static readonly CultureInfo s_invariant = new();

    private CultureInfo()
    {
    }

    public static CultureInfo InvariantCulture => s_invariant;

    public static CultureInfo CurrentCulture => s_invariant;

    public static CultureInfo CurrentUICulture => s_invariant;

    public string Name => "";

    public virtual object? GetFormat(Type? formatType) => null;
}
