// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>No drawers for things without a place: a folder or file is named by its noun.</summary>
public sealed partial class FolderName : Rule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file)
    {
        if (!file.IsIn("src", "samples", "tests") || file.IsIn("src/corelib", "src/runtime"))
            yield break;
        Match drawer = Drawer().Match(file.Path);
        if (drawer.Success) yield return file.At(1, $"`{drawer.Value.Trim('/')}` says nothing");
    }

    [GeneratedRegex(@"(^|/)\w*(Utils?|Utility|Utilities|Helpers?|Misc|Common|Stuff)(/|\.cs$)")]
    private static partial Regex Drawer();
}
