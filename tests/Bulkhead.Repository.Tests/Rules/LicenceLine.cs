// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>Every source file names its licence in the first two lines.</summary>
public sealed class LicenceLine : Rule
{
    private const string Line = "SPDX-License-Identifier: MIT";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file)
    {
        bool isSource = file.IsNamed(".cs", ".S", ".ld", ".sh")
            || file.Text.StartsWith("#!", StringComparison.Ordinal);
        if (isSource && !file.Lines.Take(2).Any(line => line.Contains(Line)))
        {
            yield return file.At(1, $"lacks the line `{Line}`");
        }
    }
}
