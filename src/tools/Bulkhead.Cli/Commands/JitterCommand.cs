// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Jitter;
using Bulkhead.Cli.Output;

namespace Bulkhead.Cli.Commands;

/// <summary><c>jitter</c>: how late windows of time begin under attack.</summary>
public static class JitterCommand
{
    private const int WindowsMin = 100, WindowsMax = 10_000_000;
    private const int TableWidth = 200;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        Option<int> windows = new("--windows")
        {
            Description = "Windows to measure in each attack.",
            HelpName = "N",
            DefaultValueFactory = _ => 10_000,
        };
        Option<double> timeout = new("--timeout")
        {
            Description = "Most seconds that it may take.",
            HelpName = "S",
            DefaultValueFactory = _ => 7200,
        };
        Command command = new(
            "jitter", "Measure how late windows of time begin while others attack.")
        {
            windows, timeout,
        };
        command.SetAction((result, cancellation) => RunAsync(
            workspace, result.GetValue(windows), result.GetValue(timeout), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Workspace workspace, int windows, double timeout, CancellationToken cancellation)
    {
        if (windows is < WindowsMin or > WindowsMax)
        {
            workspace.Output.Fail(
                $"--windows is {windows}; give a number from {WindowsMin} to {WindowsMax}");
            return ExitCode.BadInput;
        }

        using CancellationTokenSource limit =
            CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(timeout));
        workspace.Output.Step("measuring under QEMU, one tick of the counter an instruction");
        JitterReader reader = await new JitterRunner(workspace).RunAsync(windows, limit.Token);
        workspace.Output.Result.Profile.Width = TableWidth;
        workspace.Output.Result.Write(JitterReport.ToTable(reader.Results));
        return Judge(workspace, reader);
    }

    private static int Judge(Workspace workspace, JitterReader reader)
    {
        foreach (string line in reader.Damaged)
        {
            workspace.Output.Fail($"damaged record: {line}");
        }

        foreach (JitterResult bad in reader.Results.Where(result => !result.IsGood))
        {
            workspace.Output.Fail(bad.IsSelfCheck
                ? "the measurement does not notice windows that are late: do not trust the figures"
                : $"{bad.Attack}: {bad.LateCount} of {bad.Windows} windows were late, by up to "
                    + $"{bad.Maximum} instructions; {bad.MissedDeadlines} deadlines missed");
        }

        bool hasCheck = reader.Results.Any(result => result.IsSelfCheck);
        if (!reader.IsComplete || !hasCheck)
        {
            workspace.Output.Fail("the suite did not end; try a longer --timeout, or see what "
                + "./bulkhead test --target --only jitter says");
        }

        return reader.IsComplete && hasCheck && reader.Damaged.Count == 0
            && reader.Results.All(result => result.IsGood) ? ExitCode.Good : ExitCode.Failed;
    }
}
