// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;

namespace Bulkhead.Cli.Commands;

/// <summary>The argument that names a system description; the first system when left out.</summary>
public sealed class SystemArgument
{
    private const string Folder = "systems";
    private const string Extension = ".yaml";

    private readonly string _fallback;

    /// <summary>Makes the argument.</summary>
    /// <param name="fallback">Description that is used when none is named, from the tree's
    /// root.</param>
    public SystemArgument(string fallback = "systems/first.yaml")
    {
        _fallback = fallback;
        Argument = new Argument<string?>("system.yaml")
        {
            Description = $"The system description, or the name of one in systems/; {fallback} "
                + "when left out.",
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
        result.GetValue(Argument) is string given ? Resolve(given, workspace)
            : Workspace.Display(Path.Combine(workspace.Root, _fallback));

    /// <summary>Finds a system by its path, or by its name: <c>frames</c> is
    /// <c>systems/frames.yaml</c> of the tree. A file of that name comes first.</summary>
    /// <param name="given">What the user wrote.</param>
    /// <param name="workspace">The tree.</param>
    /// <returns>A path; what was given when nothing is found.</returns>
    public static string Resolve(string given, Workspace workspace)
    {
        string named = Path.Combine(workspace.Root, Folder, given + Extension);
        bool isName = Path.GetFileName(given) == given && !File.Exists(given);
        return isName && File.Exists(named) ? Workspace.Display(named) : given;
    }
}
