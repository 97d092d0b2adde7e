// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>The tree names no host but a few that hold standards: packages come from wherever the
/// user's own package tools are set to.</summary>
public sealed partial class KnownHost : Rule
{
    private static readonly string[] s_known =
    [
        "json-schema.org", "microsoft.com", "schemas.microsoft.com", "www.w3.org",
        "developer.arm.com", "docs.kernel.org",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file) =>
        from line in file.Lines.Index()
        from Match host in Address().Matches(line.Item)
        where !s_known.Contains(host.Groups[1].Value)
        select file.At(line.Index + 1, $"names the host `{host.Groups[1].Value}`");

    [GeneratedRegex(@"\b(?:https?|ftp|ssh|git)://([\w.-]+)")]
    private static partial Regex Address();
}
