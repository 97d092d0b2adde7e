// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>A line of source has at most 100 columns.</summary>
public sealed class LineLength : Rule
{
    private const int ColumnsMax = 100;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file) =>
        !file.IsNamed(".cs", ".S", ".ld") ? []
            : file.Lines.Index().Where(line => line.Item.Length > ColumnsMax)
                .Select(line => file.At(line.Index + 1, $"{line.Item.Length} columns"));
}
