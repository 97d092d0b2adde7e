// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>A source file has at most 400 lines: one noun, one file.</summary>
public sealed class FileLength : Rule
{
    private const int LinesMax = 400;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file)
    {
        if (file.IsNamed(".cs", ".S") && file.Lines.Count > LinesMax)
        {
            yield return file.At(
                LinesMax + 1, $"{file.Lines.Count} lines; which nouns live in it?");
        }
    }
}
