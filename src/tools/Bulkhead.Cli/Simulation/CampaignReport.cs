// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Integration.Packages;
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Coverage;
using Bulkhead.Simulation.Workloads;
using Spectre.Console;

namespace Bulkhead.Cli.Simulation;

/// <summary>Runs a campaign and says how it goes and how it went.</summary>
/// <param name="workspace">The tree.</param>
/// <param name="options">What runs.</param>
/// <param name="earlier">Figures that are added to.</param>
internal sealed class CampaignReport(
    Workspace workspace, CampaignOptions options, SavedFigures? earlier)
{
    private const int ColumnCount = 3;
    private static readonly TimeSpan s_saveEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_shrinkMax = TimeSpan.FromMinutes(2);

    private readonly Campaign _campaign = new(options);
    private readonly string _commit = FindCommit(workspace);
    private DateTime _savedAt = DateTime.UtcNow;

    /// <summary>Where the figures are kept.</summary>
    internal string? JsonPath { get; init; }

    /// <summary>Whether every mark must be met often enough.</summary>
    internal bool WantsAllMarks { get; init; }

    internal int Run(CancellationToken cancellation)
    {
        earlier?.MustFit(JsonPath!, _commit, Settings);
        Task<CampaignSummary> work = Task.Run(() => _campaign.Run(cancellation));
        if (Console.IsErrorRedirected) WatchQuietly(work);
        else Watch(work);
        CampaignSummary summary = work.GetAwaiter().GetResult();
        SavedFigures figures = Figures(summary);
        if (JsonPath is not null) figures.Write(JsonPath);
        bool isFollowed = options.Mode == SimulationMode.Scheduler;
        if (!isFollowed) WriteMarks(figures);
        foreach (Failure failure in summary.Failures) Report(failure);
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Events:N0} events, {figures.Seeds:N0} seeds ({figures.Repeated:N0} of them "
            + $"twice), {figures.EventsPerSecond:N0} events/s, {figures.Violations.Count} "
            + $"violations, commit {_commit}");
        Console.Out.WriteLine(cancellation.IsCancellationRequested ? $"interrupted: {text}" : text);
        if (isFollowed && figures.Violations.Count == 0) return MeasureShares(cancellation);
        return Judge(figures, cancellation.IsCancellationRequested);
    }

    private string Settings => string.Create(
        CultureInfo.InvariantCulture,
        $"{options.Mode}{(options.WantsOracle ? " with oracle" : "")}, everything checked each "
        + $"{options.FullCheckEvery} events, {options.EventsPerSeed} events a seed");

    private SavedFigures Figures(CampaignSummary summary) =>
        SavedFigures.Of(summary, earlier, _commit, Settings);

    // What everybody must have had in the long run, by arithmetic.
    private int MeasureShares(CancellationToken cancellation)
    {
        const ulong countMax = 32;
        const double errorMax = 0.001;
        ulong count = Math.Min(options.SeedCount, countMax);
        double worst = 0;
        for (ulong seed = 0; seed < count && !cancellation.IsCancellationRequested; seed++)
        {
            worst = Math.Max(worst, SteadyWorkload.Measure(options.FirstSeed + seed));
        }
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} steady workloads: nobody's part of the time is off by more than {worst:P3}"));
        bool isGood = worst <= errorMax && !cancellation.IsCancellationRequested;
        return isGood ? ExitCode.Good : ExitCode.Failed;
    }

    private int Judge(SavedFigures figures, bool isInterrupted)
    {
        if (figures.Violations.Count != 0) return ExitCode.Failed;
        string[] missing = [.. figures.Marks.Where(mark => mark.Value < CoverageMarks.Wanted)
            .Select(mark => $"{mark.Key} ({mark.Value})")];
        if (missing.Length == 0) return isInterrupted ? ExitCode.Failed : ExitCode.Good;
        string text = $"met less than {CoverageMarks.Wanted} times: {string.Join(", ", missing)}";
        if (WantsAllMarks) workspace.Output.Fail(text);
        else workspace.Output.Step(text);
        return WantsAllMarks || isInterrupted ? ExitCode.Failed : ExitCode.Good;
    }

    // A terminal: bar and figures, refreshed. The bar is gone when the method returns.
    private void Watch(Task work) => workspace.Output.Error.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            ProgressTask bar = context.AddTask("simulating", maxValue: 1);
            while (!work.Wait(250))
            {
                CampaignSummary now = _campaign.Snapshot();
                bar.Value = Share(now);
                bar.Description = Describe(now);
                SaveIfDue(now);
            }
        });

    private void WatchQuietly(Task work)
    {
        while (!work.Wait(s_saveEvery))
        {
            CampaignSummary now = _campaign.Snapshot();
            workspace.Output.Step(Describe(now));
            SaveIfDue(now);
        }
    }

    private double Share(CampaignSummary now)
    {
        double share = (double)now.SeedCount / options.SeedCount;
        share = Math.Max(share, (double)now.EventCount / options.EventsMax);
        double time = options.TimeMax == TimeSpan.MaxValue ? 0 : now.Duration / options.TimeMax;
        return Math.Min(Math.Max(share, time), 1);
    }

    private static string Describe(CampaignSummary now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{now.EventCount:N0} events, {now.SeedCount:N0} seeds, {now.EventsPerSecond:N0} events/s");

    private void SaveIfDue(CampaignSummary now)
    {
        if (JsonPath is null || DateTime.UtcNow - _savedAt < s_saveEvery) return;
        _savedAt = DateTime.UtcNow;
        Figures(now).Write(JsonPath);
    }

    private void WriteMarks(SavedFigures figures)
    {
        Table table = new() { Border = TableBorder.None, ShowHeaders = false };
        for (int column = 0; column < ColumnCount; column++)
        {
            table.AddColumn(new TableColumn("").NoWrap());
            table.AddColumn(new TableColumn("").RightAligned().NoWrap());
        }
        List<string> cells = [];
        foreach (var (name, count) in figures.Marks)
        {
            string number = count.ToString("N0", CultureInfo.InvariantCulture);
            cells.Add(name);
            cells.Add(count < CoverageMarks.Wanted ? $"[yellow]{number}[/]" : number);
            if (cells.Count < ColumnCount * 2) continue;
            table.AddRow([.. cells]);
            cells.Clear();
        }
        if (cells.Count != 0) table.AddRow([.. cells]);
        workspace.Output.Result.Write(table);
    }

    private void Report(Failure failure)
    {
        workspace.Output.Fail(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {failure.Seed} fails after {failure.Events.Count} events: {failure.Kind}: "
            + $"{failure.Message}"));
        Console.Error.WriteLine(failure.Trace);
        if (failure.Events.Count == 0) return;
        workspace.Output.Step("shrinking");
        Failure small = Shrinker.Shrink(failure, s_shrinkMax);
        string text = FailureFile.Format(small, _commit);
        string folder = Path.Combine(workspace.Artifacts, "simulation");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, string.Create(
            CultureInfo.InvariantCulture, $"seed-{failure.Seed}.txt"));
        File.WriteAllText(path, text);
        Console.Out.WriteLine(text);
        string shown = Workspace.Display(path);
        Console.Out.WriteLine($"replay it: ./bulkhead simulate --replay {shown}");
    }

    private static string FindCommit(Workspace workspace)
    {
        CommandResult result = workspace.Runner.Run(
            "git", ["-C", workspace.Root, "describe", "--always", "--dirty", "--exclude=*"]);
        string commit = result.Output.Trim();
        return result.ExitCode == 0 && commit.Length != 0 ? commit : "unknown";
    }
}
