// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Text;

namespace Bulkhead.Conformance;

/// <summary>Writes the files of the folder Expected: what the runtime that it runs under says to
/// every
/// case.</summary>
public static class ExpectedText
{
    private const int PartMax = 60;

    private const string Head = "// SPDX-License-Identifier: MIT\n"
        + "namespace Bulkhead.Conformance;\n\ninternal static partial class Expected\n{\n";

    /// <summary>The files.</summary>
    /// <param name="list">The cases.</param>
    /// <returns>Texts by name of the file.</returns>
    public static IReadOnlyDictionary<string, string> Files(CaseList list)
    {
        SortedDictionary<string, StringBuilder> texts = new();
        foreach (Case item in list.Cases)
        {
            if (!texts.TryGetValue(item.Group, out StringBuilder? text))
            {
                text = new StringBuilder(Head + "    private static readonly string[] s_"
                    + item.Group.ToLowerInvariant() + " =\n    [\n");
                texts.Add(item.Group, text);
            }
            text.Append("        // ").Append(item.Name).Append("\n        ");
            Literal(text, item.Run());
            text.Append(",\n");
        }
        Dictionary<string, string> files = new();
        StringBuilder index = new(Head
            + "    private static string[] Group(string name) => name switch\n    {\n");
        foreach (KeyValuePair<string, StringBuilder> pair in texts)
        {
            files.Add(pair.Key + ".cs", pair.Value.Append("    ];\n}\n").ToString());
            index.Append("        \"").Append(pair.Key).Append("\" => s_")
                .Append(pair.Key.ToLowerInvariant()).Append(",\n");
        }
        files.Add("Groups.cs", index.Append("        _ => [],\n    };\n}\n").ToString());
        return files;
    }

    // Long texts are cut into lines that fit the page; an escape counts as long as it is.
    private static void Literal(StringBuilder text, string value)
    {
        text.Append('"');
        int column = 0;
        foreach (char c in value)
        {
            if (column >= PartMax)
            {
                text.Append("\"\n            + \"");
                column = 0;
            }
            string one = c is '"' or '\\' ? "\\" + c
                : c is < ' ' or >= (char)127 ? "\\u" + ((int)c).ToString("x4") : c.ToString();
            text.Append(one);
            column += one.Length;
        }
        text.Append('"');
    }
}
