// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>Spaces instead of tabs, none at the end of a line, one line end at the end.</summary>
public sealed class TextForm : Rule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file)
    {
        if (!file.IsNamed(".cs", ".S", ".ld", ".csproj", ".props", ".targets", ".yaml", ".md"))
        {
            yield break;
        }

        foreach ((int index, string line) in file.Lines.Index())
        {
            if (line.Contains('\t')) yield return file.At(index + 1, "a tab");
            if (line.Length == line.TrimEnd().Length) continue;
            yield return file.At(index + 1, "blanks at the end");
        }

        if (!file.Text.EndsWith('\n') || file.Text.EndsWith("\n\n", StringComparison.Ordinal))
        {
            yield return file.At(file.Lines.Count, "must end in exactly one line end");
        }
    }
}
