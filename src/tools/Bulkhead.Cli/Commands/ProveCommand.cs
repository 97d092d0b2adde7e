// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Diagnostics;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Toolchain;

namespace Bulkhead.Cli.Commands;

/// <summary><c>prove</c>: proves lemmas about the pure functions. The prover is a program of its
/// own, built from the kernel as it stands.</summary>
public sealed class ProveCommand
{
    /// <summary>The solver's program.</summary>
    public const string Solver = "z3";

    private readonly Workspace _workspace;
    private readonly Option<string?> _only = new("--only")
    {
        Description = "Only lemmas whose names contain this.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };

    private readonly Option<bool> _smt = new("--smt")
    {
        Description = "Print the questions to the solver, and prove nothing.",
    };

    private readonly Option<ulong?> _seed = new("--seed")
    {
        Description = "Choose other random points.",
        HelpName = "N",
    };

    private ProveCommand(Workspace workspace) => _workspace = workspace;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        ProveCommand prove = new(workspace);
        Command command = new("prove", "Prove lemmas about the pure functions.")
        {
            prove._only, prove._json, prove._smt, prove._seed,
        };
        command.SetAction(prove.Invoke);
        return command;
    }

    private int Invoke(ParseResult result)
    {
        _workspace.EnsureTools(Solver);
        string project = Path.Combine(_workspace.Root, "src", "proofs", "Bulkhead.Proofs.csproj");
        string prover = DotnetBuild.Run(_workspace.Toolchain, project)[0];
        _workspace.Output.Step("proving; every lemma takes up to a minute");
        ProcessStartInfo start = new("dotnet", [prover, .. Arguments(result)]);
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private IEnumerable<string> Arguments(ParseResult result)
    {
        if (result.GetValue(_only) is string only)
        {
            yield return "--only";
            yield return only;
        }

        if (result.GetValue(_json)) yield return "--json";
        if (result.GetValue(_smt)) yield return "--smt";
        if (result.GetValue(_seed) is ulong seed)
        {
            yield return "--seed";
            yield return $"{seed}";
        }
    }
}
