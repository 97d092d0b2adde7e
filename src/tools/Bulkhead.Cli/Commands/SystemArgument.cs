// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;

namespace Bulkhead.Cli.Commands;

/// <summary>The argument that names a system description; the first system when left out.</summary>
public sealed class SystemArgument
{
    private readonly string _fallback;

    /// <summary>Makes the argument.</summary>
    /// <param name="fallback">Description that is used when none is named, from the tree's
    /// root.</param>
    public SystemArgument(string fallback = "systems/first.yaml")
    {
        _fallback = fallback;
        Argument = new Argument<string?>("system.yaml")
        {
            Description = $"The system description; {fallback} when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
    }

    /// <summary>The argument itself.</summary>
    public Argument<string?> Argument { get; }

    /// <summary>The path that is meant.</summary>
    /// <param name="result">What was parsed.</param>
    /// <param name="workspace">The tree.</param>
    /// <returns>A path.</returns>
    public string PathIn(ParseResult result, Workspace workspace) =>
        result.GetValue(Argument)
        ?? Workspace.Display(Path.Combine(workspace.Root, _fallback));
}
