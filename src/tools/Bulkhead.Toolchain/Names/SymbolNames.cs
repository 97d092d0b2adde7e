// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;

namespace Bulkhead.Toolchain.Names;

/// <summary>Turns symbols of the native compiler back into names of types and methods.</summary>
/// <param name="catalogue">The types that there are.</param>
internal sealed partial class SymbolNames(TypeCatalogue catalogue)
{
    private const string Boxed = "Boxed_";
    private const string Vector = "__Array<";
    private const string Grid = "__MDArray<";

    /// <summary>The type whose table a symbol names.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="type">Its assembly's description; null for arrays.</param>
    /// <returns>Its name with its arguments; null when the symbol names none.</returns>
    internal string? TableName(string symbol, out NamedType? type)
    {
        type = null;
        Match match = TableSymbol().Match(symbol);
        if (!match.Success) return null;
        string mangled = match.Groups[1].Value;
        if (mangled.StartsWith(Boxed, StringComparison.Ordinal)) mangled = mangled[Boxed.Length..];
        type = catalogue.Find(MangledText.Base(mangled));
        return TypeName(mangled);
    }

    /// <summary>The method whose code a symbol names.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="type">Name of its type, without arguments.</param>
    /// <param name="method">Its name.</param>
    /// <returns>Whether it is known.</returns>
    internal bool TryMethod(string symbol, out string type, out string method)
    {
        foreach (int at in MangledText.SeparatorsFromEnd(symbol))
        {
            NamedType? owner = catalogue.Find(MangledText.Base(symbol[..at]));
            string? found = owner is null
                ? null : Method(owner, MangledText.Base(symbol[(at + 2)..]));
            if (found is null) continue;
            (type, method) = (owner!.Name, found);
            return true;
        }
        (type, method) = ("", "");
        return false;
    }

    private string? TypeName(string mangled)
    {
        if (mangled.StartsWith(Vector, StringComparison.Ordinal) && mangled[^1] == '>')
            return TypeName(mangled[Vector.Length..^1]) is string element ? element + "[]" : null;
        if (mangled.StartsWith(Grid, StringComparison.Ordinal)) return GridName(mangled);
        NamedType? type = catalogue.Find(MangledText.Base(mangled));
        int open = mangled.IndexOf('<', StringComparison.Ordinal);
        if (type is null || open < 0) return type?.Name;
        if (mangled[^1] != '>') return null;
        List<string?> arguments =
            [.. MangledText.Arguments(mangled[(open + 1)..^1]).Select(TypeName)];
        return arguments.Contains(null) ? null : $"{type.Name}[{string.Join(',', arguments)}]";
    }

    // Behind the element stands the number of dimensions.
    private string? GridName(string mangled)
    {
        int comma = mangled.LastIndexOf(',');
        if (comma < 0 || !int.TryParse(mangled[(comma + 1)..^1], out int rank)) return null;
        return TypeName(mangled[Grid.Length..comma]) is string element
            ? $"{element}[{new string(',', rank - 1)}]" : null;
    }

    // Overloads have a number behind their name, generic methods the number of their parameters.
    private static string? Method(NamedType owner, string mangled)
    {
        if (owner.Methods.TryGetValue(mangled, out string? name)) return name;
        Match numbered = Numbered().Match(mangled);
        return numbered.Success ? Method(owner, numbered.Groups[1].Value) : null;
    }

    [GeneratedRegex(@"^_ZTV\d+(.+)$")]
    private static partial Regex TableSymbol();

    [GeneratedRegex(@"^(.+)_\d+$")]
    private static partial Regex Numbered();
}
