// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;

namespace Bulkhead.Toolchain;

/// <summary>The files that an assembly source is made of.</summary>
public static partial class AssemblyIncludes
{
    /// <summary>Follows a source's <c>.include</c> lines.</summary>
    /// <param name="source">Path of the source. Names in it and in what it includes are looked up
    /// from its folder.</param>
    /// <returns>The source and all that it includes, each once, in an order that depends on their
    /// content alone; what does not exist is left to the assembler.</returns>
    public static IReadOnlyList<string> Of(string source)
    {
        string folder = Path.GetDirectoryName(source)!;
        List<string> files = [source];
        for (int index = 0; index < files.Count; index++)
        {
            foreach (Match match in IncludeLine().Matches(File.ReadAllText(files[index])))
            {
                string file = Path.GetFullPath(Path.Combine(folder, match.Groups[1].Value));
                if (File.Exists(file) && !files.Contains(file)) files.Add(file);
            }
        }
        return files;
    }

    [GeneratedRegex("""^\s*\.include\s+"([^"]+)"\s*$""", RegexOptions.Multiline)]
    private static partial Regex IncludeLine();
}
