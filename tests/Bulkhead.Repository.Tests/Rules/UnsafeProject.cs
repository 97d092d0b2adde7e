// SPDX-License-Identifier: MIT
using System.Xml.Linq;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>Only the projects that own unsafe files may allow them.</summary>
public sealed class UnsafeProject : Rule
{
    private static readonly string[] s_allowed =
    [
        "src/corelib", "src/runtime", "src/managed", "src/pools", "src/asp/arm64",
        "src/asp/simulated", "src/host/native", "src/image", "src/image-spin-table", "src/sdk",
        "tests",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file)
    {
        if (!file.IsNamed(".csproj") || file.IsIn(s_allowed)) yield break;
        bool isAllowed = XDocument.Parse(file.Text).Descendants("AllowUnsafeBlocks")
            .Any(value => value.Value.Trim() == "true");
        if (isAllowed) yield return file.At(1, "AllowUnsafeBlocks where no unsafe file is owned");
    }
}
