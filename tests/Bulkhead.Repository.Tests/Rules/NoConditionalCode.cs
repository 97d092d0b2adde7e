// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>No <c>#if</c> in the portable core and its contract: variants are types or files.
/// </summary>
public sealed class NoConditionalCode : Rule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file) =>
        !file.IsIn("src/kernel", "src/abi", "src/abi-partitions", "src/pools")
            || !file.IsNamed(".cs") ? []
            : file.Lines.Index()
                .Where(line => line.Item.TrimStart().StartsWith("#if", StringComparison.Ordinal))
                .Select(line => file.At(line.Index + 1, "#if; make it a type or a file"));
}
