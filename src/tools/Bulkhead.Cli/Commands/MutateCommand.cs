// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Mutation;
using Bulkhead.Cli.Output;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>mutate</c>: changes the kernel's source in one place at a time and looks whether a
/// test notices.</summary>
public sealed class MutateCommand
{
    /// <summary>Least share of mutants that tests must notice.</summary>
    public const double ScoreMin = 0.85;

    private readonly Workspace _workspace;
    private readonly Option<string?> _since = new("--since")
    {
        Description = "Only files that differ from a revision.",
        HelpName = "REV",
    };

    private readonly Option<string> _files = new("--files")
    {
        Description = "Only files whose name below src/kernel fits, as in 'Objects/*'.",
        HelpName = "GLOB",
        DefaultValueFactory = _ => "*",
    };

    private readonly Option<bool> _full = new("--full")
    {
        Description = "Also files that have not changed since they were last measured.",
    };

    private readonly Option<bool> _report = new("--report")
    {
        Description = "Measure nothing; show what is known.",
    };

    private readonly Option<int> _jobs = new("--jobs")
    {
        Description = "Test processes at a time.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private MutateCommand(Workspace workspace) => _workspace = workspace;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        MutateCommand mutate = new(workspace);
        Command command = new(
            "mutate", "Change the kernel in one place at a time: do its tests notice?")
        {
            mutate._since, mutate._files, mutate._full, mutate._report, mutate._jobs,
        };
        command.SetAction(mutate.Invoke);
        return command;
    }

    private int Invoke(ParseResult result)
    {
        KernelSources sources = new(_workspace.Root, _workspace.Runner);
        MutationRunner runner = new(_workspace, Math.Max(1, result.GetValue(_jobs)));
        MutationStore store = new(Path.Combine(runner.Folder, "results"));
        string pattern = result.GetValue(_files)!;
        IReadOnlySet<string>? changed =
            result.GetValue(_since) is string revision ? sources.ChangedSince(revision) : null;
        string[] chosen = [.. sources.All.Where(file => KernelSources.Fits(file, pattern)
            && (changed is null || changed.Contains(file)))];
        if (chosen.Length == 0)
        {
            _workspace.Output.Step("no file of the kernel is asked for: nothing to mutate");
            return ExitCode.Good;
        }

        if (!result.GetValue(_report))
        {
            Measure(runner, store, sources, [.. chosen.Where(file => result.GetValue(_full)
                || store.Find(file)?.Hash != sources.HashOf(file))]);
        }

        return Judge([.. chosen.Select(store.Find).OfType<FileMutation>()]);
    }

    // Folder by folder: a run that is interrupted keeps what it has.
    private void Measure(
        MutationRunner runner, MutationStore store, KernelSources sources, string[] files)
    {
        if (files.Length == 0) return;
        _workspace.Output.Step("copying the tree");
        runner.Prepare();
        foreach (var folder in files.GroupBy(file => Path.GetDirectoryName(file) ?? ""))
        {
            string name = folder.Key.Length == 0 ? KernelSources.Folder : folder.Key;
            _workspace.Output.Step($"mutating {name}: {folder.Count()} files, since "
                + $"{DateTime.Now:HH:mm}; a mutant takes about two seconds");
            foreach (FileMutation measured in runner.Run(
                name, folder.ToDictionary(file => file, sources.HashOf)))
            {
                store.Save(measured);
            }
        }
    }

    private int Judge(IReadOnlyList<FileMutation> files)
    {
        string place = Path.Combine(_workspace.Root, SurvivorPage.Place);
        SurvivorPage page = new(File.Exists(place) ? File.ReadAllText(place) : "");
        _workspace.Output.Result.Write(MutationTable.Of(files, page));
        string[] open = [.. MutationTable.Open(files, page)];
        foreach (string line in open)
        {
            ToolOutput.WriteLine(_workspace.Output.Result, Markup.Escape(line));
        }

        double score = FileMutation.ScoreOf([.. files]);
        if (open.Length > 0)
        {
            _workspace.Output.Step($"{open.Length} survivors have no verdict: write a test that "
                + $"notices them, or a row in {SurvivorPage.Place}");
        }

        if (score >= ScoreMin) return ExitCode.Good;
        _workspace.Output.Fail($"the score is {MutationTable.Percent(score)} %, wanted are "
            + $"{MutationTable.Percent(ScoreMin)} %: write tests for the survivors");
        return ExitCode.Failed;
    }
}
