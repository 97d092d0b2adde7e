// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>No paths of one person's machine.</summary>
public sealed partial class MachinePath : Rule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file) => file.Lines.Index()
        .Where(line => Place().IsMatch(line.Item))
        .Select(line => file.At(line.Index + 1, "a path of one machine"));

    // A shell prompt of a guest's root is no path of the developer's.
    [GeneratedRegex(@"(?<![\w.:~-])/(work|root|mnt|home/\w+|Users/\w+)/\w|\b[A-Z]:\\\w")]
    private static partial Regex Place();
}
