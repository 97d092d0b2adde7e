// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Cli.Qemu;
using Bulkhead.Cli.Scripting;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;
using Bulkhead.Integration.Packages;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>debug</c>: runs a system under a debugger, with C# sources.</summary>
public sealed class DebugCommand
{
    private const string Debugger = "gdb-multiarch";

    private readonly Workspace _workspace;
    private readonly SystemArgument _system = new();
    private readonly QemuOptionSet _qemu = new();
    private readonly Option<string?> _partition = new("--partition")
    {
        Description = "Load this partition's symbols, or the manager's; all when left out.",
        HelpName = "P",
    };

    private readonly Option<int> _port = new("--port")
    {
        Description = "TCP port of the debugger stub.",
        HelpName = "N",
        DefaultValueFactory = _ => 1234,
    };

    private DebugCommand(Workspace workspace) => _workspace = workspace;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        DebugCommand debug = new(workspace);
        Command command = new("debug", "Run a system under gdb, with C# sources.")
        {
            debug._system.Argument, debug._partition, debug._port,
        };
        debug._qemu.AddTo(command);
        command.SetAction((result, cancellation) => debug.InvokeAsync(result, cancellation));
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult result, CancellationToken cancellation)
    {
        BuiltSystem system = new SystemBuilder(_workspace)
            .Build(_system.PathIn(result, _workspace), null);
        string log = Path.Combine(_workspace.Artifacts, "debug-console.log");
        QemuOptions options = _qemu.Get(result, system) with
        {
            WaitsForDebugger = true,
            DebugPort = result.GetValue(_port),
            Serial = "file:" + log,
        };
        IReadOnlyList<string> arguments =
            Arguments(system, result.GetValue(_partition), options.DebugPort);
        using QemuProcess qemu = QemuProcess.Start(options);
        ToolOutput.WriteLine(_workspace.Output.Error, Markup.Escape(
            $"The console goes to {Workspace.Display(log)} (tail -f shows it)."));
        if (HostTools.Locate(Debugger) is null)
        {
            ShowByHand(arguments);
            await qemu.WaitAsync(cancellation);
            return ExitCode.Good;
        }

        // Ctrl-C belongs to the debugger, which stops the machine with it.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(
            PosixSignal.SIGINT, context => context.Cancel = true);
        using Process debugger = Process.Start(new ProcessStartInfo(Debugger, arguments))!;
        await debugger.WaitForExitAsync(cancellation);
        return debugger.ExitCode;
    }

    /// <summary>Makes the debugger's arguments.</summary>
    /// <param name="system">The system.</param>
    /// <param name="partition">Partition whose program is loaded; null for all.</param>
    /// <param name="port">TCP port of the stub.</param>
    /// <returns>The arguments without the program.</returns>
    /// <exception cref="FormatException">There is no such partition.</exception>
    public static IReadOnlyList<string> Arguments(BuiltSystem system, string? partition, int port)
    {
        // Programs share their addresses, so one partition at a time is clearest.
        IEnumerable<string> programs = Projects(system.Model, partition)
            .Distinct().Where(system.Programs.ContainsKey).Select(p => system.Programs[p]);
        return
        [
            "-q", system.KernelProgram,
            "-ex", "set architecture aarch64",
            "-ex", "set confirm off",
            .. programs.SelectMany(path => new[] { "-ex", $"add-symbol-file {path}" }),
            "-ex", $"target remote 127.0.0.1:{port}",
        ];
    }

    private static IEnumerable<string> Projects(SystemModel model, string? partition)
    {
        const string Manager = "manager";
        if (partition is null)
        {
            return SystemPreparer.Projects(model);
        }

        if (partition == Manager)
        {
            return [model.Manager];
        }

        return model.Partitions[TerminalFocus.IndexOf(model, partition)] switch
        {
            NativePartitionModel native => [native.Project],
            VirtualMachineModel { Kernel: ProjectSource kernel } machine =>
                [machine.Monitor, kernel.Project],
            VirtualMachineModel machine => [machine.Monitor],
            _ => [],
        };
    }

    private void ShowByHand(IReadOnlyList<string> arguments)
    {
        string line = Debugger + " " + string.Join(' ', arguments.Select(
            argument => argument.Contains(' ', StringComparison.Ordinal)
                ? $"'{argument}'" : argument));
        ToolOutput.WriteLine(_workspace.Output.Error, Markup.Escape(
            $"The machine waits. Install gdb with `{HostTools.InstallCommand([Debugger])}`, "
            + "then type, in another terminal:"));
        ToolOutput.WriteLine(_workspace.Output.Error, "  " + Markup.Escape(line));
    }
}
