// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>Something that every file of the tree keeps to.</summary>
public abstract class Rule
{
    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new LicenceLine(), new FileLength(), new LineLength(), new FunctionLength(),
        new TextForm(), new NoConditionalCode(), new SafeCode(), new SafetyReason(),
        new UnsafeProject(), new DocumentedMembers(), new FolderName(), new QualifierLast(),
        new NamedCapacity(), new MachinePath(), new KnownHost(), new LayerOrder(),
        new TestClass(),
    ];

    /// <summary>Its name, as the list of exceptions uses it.</summary>
    public string Name => GetType().Name;

    /// <summary>Checks a file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>What it does not allow.</returns>
    public abstract IEnumerable<Finding> Check(SourceFile file);
}
