// SPDX-License-Identifier: MIT
using System.Reflection.Metadata;
using System.Text.RegularExpressions;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>Names of methods as their author knows them.</summary>
internal static partial class MethodNames
{
    /// <summary>The name of a method with its type. What the C# compiler makes of lambdas, local
    /// functions, iterators and async methods has the name of the method that they stand
    /// in.</summary>
    /// <param name="reader">The assembly.</param>
    /// <param name="handle">The method.</param>
    internal static string Of(MetadataReader reader, MethodDefinitionHandle handle)
    {
        MethodDefinition method = reader.GetMethodDefinition(handle);
        string type = SignatureText.Name(reader, method.GetDeclaringType());
        return Of(type, reader.GetString(method.Name));
    }

    /// <summary>The same of texts.</summary>
    /// <param name="type">Full name of the type.</param>
    /// <param name="method">Name of the method.</param>
    internal static string Of(string type, string method)
    {
        Match made = Made().Match(type);
        string outer = made.Success ? type[..made.Index] : type;
        Match named = Named().Match(made.Success && made.Groups[1].Length > 0
            ? made.Groups[1].Value : method);
        return outer.Replace('+', '.') + "." + (named.Success ? named.Groups[1].Value : method);
    }

    // "+<Count>d__3" is an iterator, "+<>c" and "+<>c__DisplayClass1_0" hold lambdas.
    [GeneratedRegex(@"\+(?:<>c\w*|(<\w+>\w+(?:`\d+)?))$")]
    private static partial Regex Made();

    [GeneratedRegex(@"^<(\w+)>")]
    private static partial Regex Named();
}
