// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Cli.Qemu;
using Bulkhead.Cli.Scripting;
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Model;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>run</c>: builds a system and runs it under QEMU.</summary>
public sealed class RunCommand
{
    private readonly Workspace _workspace;
    private readonly SystemArgument _system = new();
    private readonly QemuOptionSet _qemu = new();
    private readonly ScriptOptionSet _script = new();
    private readonly Option<bool> _guestKeys = new("--guest-keys")
    {
        Description = "Ctrl-C goes to the partition with the focus; Ctrl-] leaves.",
    };

    private RunCommand(Workspace workspace) => _workspace = workspace;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        RunCommand run = new(workspace);
        Command command = new("run", "Build a system and run it under QEMU.");
        command.Add(run._system.Argument);
        command.Add(run._guestKeys);
        run._qemu.AddTo(command);
        run._script.AddTo(command);
        command.SetAction(run.InvokeAsync);
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult result, CancellationToken cancellation)
    {
        // Wrong steps are reported before anything is built.
        IReadOnlyList<ScriptStep> steps = _script.Steps(result);
        SystemBuilder builder = new(_workspace);
        string description = _system.PathIn(result, _workspace);
        byte[]? focus = TerminalFocus.Keys(builder.Read(description), _script.Partition(result));
        BuiltSystem system = builder.Build(description, null);
        QemuOptions options = _qemu.Get(result, system);
        return _script.IsHeadless(result)
            ? await RunScriptAsync(result, options, steps, focus, cancellation)
            : await RunInteractiveAsync(result, options, system.Model);
    }

    private async Task<int> RunInteractiveAsync(
        ParseResult result, QemuOptions options, SystemModel model)
    {
        bool isForGuests = result.GetValue(_guestKeys);
        ShowBanner(model, isForGuests);
        using QemuProcess qemu = QemuProcess.Start(options);
        InteractiveSession session = new(
            isForGuests ? InteractiveSession.CtrlBracket : InteractiveSession.CtrlC);
        await session.RunAsync(qemu.Screen, qemu.Keyboard);
        string complaint = qemu.Complaint();
        await Console.Error.WriteLineAsync();
        if (complaint.Length == 0)
        {
            return ExitCode.Good;
        }

        _workspace.Output.Fail($"QEMU: {complaint}");
        return ExitCode.Failed;
    }

    private void ShowBanner(SystemModel model, bool isForGuests)
    {
        foreach (PartitionModel partition in model.Partitions)
        {
            string what = partition is VirtualMachineModel machine
                ? $"virtual machine, {machine.CpuCount} CPU, "
                    + $"{SizeText.Format(machine.Memory.Size)}: {machine.Kernel.Text}"
                : "native: " + Path.GetFileNameWithoutExtension(
                    ((NativePartitionModel)partition).Project);
            string times = partition.Schedule.PeriodNanoseconds == 0 ? ""
                : $", every {DurationText.Format(partition.Schedule.PeriodNanoseconds)}";
            string where = model.CpuCount == 1 ? ""
                : $", processor {string.Join(", ", partition.Cpus)}";
            ToolOutput.WriteLine(_workspace.Output.Error, Markup.Escape(
                $"  {partition.Name,-10} priority {partition.Schedule.Priority,3}{times}{where}; "
                + what));
            ShowThreads(model, partition);
        }

        string leave = isForGuests ? "Ctrl-]" : "Ctrl-C";
        string switches = model.Console is not ConsoleModel console ? ""
            : $", {EscapeKeyText.Format(console.EscapeKey)} ? shows how to switch the input";
        string guest = isForGuests ? "" : " (--guest-keys sends it to the guests)";
        ToolOutput.WriteLine(_workspace.Output.Error,
            $"[bold]{Markup.Escape(leave)} leaves[/]{Markup.Escape(guest + switches)}.");
    }

    private void ShowThreads(SystemModel model, PartitionModel partition)
    {
        foreach (ThreadModel thread in partition.Threads)
        {
            string times = thread.BudgetNanoseconds == 0 ? ""
                : $", {DurationText.Format(thread.BudgetNanoseconds)} every "
                    + DurationText.Format(thread.PeriodNanoseconds);
            string where = model.CpuCount == 1 ? "" : $", processor {thread.Cpu}";
            ToolOutput.WriteLine(_workspace.Output.Error, Markup.Escape(
                $"    {thread.Name,-8} priority {thread.Priority,3}{times}{where}; thread"));
        }
    }

    private async Task<int> RunScriptAsync(
        ParseResult result,
        QemuOptions options,
        IReadOnlyList<ScriptStep> steps,
        byte[]? focus,
        CancellationToken cancellation)
    {
        using QemuProcess qemu = QemuProcess.Start(options);
        await using Stream log = Console.OpenStandardOutput();
        ConsoleScript script = new(steps)
        {
            Partition = _script.Partition(result),
            FocusKeys = focus,
            Log = log,
        };
        ScriptResult outcome = await script.RunAsync(
            qemu.Screen, qemu.Keyboard, _script.Timeout(result), cancellation);
        string complaint = qemu.Complaint();
        if (outcome.IsMet && complaint.Length == 0)
        {
            return ExitCode.Good;
        }

        await Console.Error.WriteLineAsync();
        if (complaint.Length > 0)
        {
            _workspace.Output.Fail($"QEMU: {complaint}");
        }

        if (!outcome.IsMet)
        {
            ShowFailure(outcome, steps);
        }

        return ExitCode.Failed;
    }

    private void ShowFailure(ScriptResult outcome, IReadOnlyList<ScriptStep> steps)
    {
        _workspace.Output.Fail($"step {outcome.FailedStep} of {steps.Count}, "
            + $"{steps[outcome.FailedStep - 1]}: {outcome.Reason}. Seen last:");
        foreach (string line in outcome.LastLines)
        {
            ToolOutput.WriteLine(_workspace.Output.Error, "  " + Markup.Escape(line));
        }
    }
}
