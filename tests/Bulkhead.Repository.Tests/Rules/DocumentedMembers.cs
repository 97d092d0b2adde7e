// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>Nothing switches off the compiler's own check that public members are documented. The
/// core libraries mirror a known one and are exempt.</summary>
public sealed class DocumentedMembers : Rule
{
    private const string Warning = "CS1591";
    private const string Switch = "<GenerateDocumentationFile>false";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file) =>
        !file.IsNamed(".cs", ".csproj") || !file.IsIn("src", "samples")
            || file.IsIn("src/corelib", "src/runtime", "src/host/threading") ? []
            : file.Lines.Index()
                .Where(line => line.Item.Contains(Warning) || line.Item.Contains(Switch))
                .Select(line => file.At(line.Index + 1, "documentation check switched off"));
}
