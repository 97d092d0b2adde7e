// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Qemu;

namespace Bulkhead.Cli.Commands;

/// <summary>The options that reach QEMU, shared by the commands that run a system.</summary>
public sealed class QemuOptionSet
{
    private readonly Option<string> _cpu = new("--cpu")
    {
        Description = "Processor model, with QEMU's own properties behind commas.",
        HelpName = "MODEL",
        DefaultValueFactory = _ => QemuOptions.DefaultCpu,
    };

    private readonly Option<int?> _cpus = new("--cpus")
    {
        Description = "Processors of the board; as many as the system runs when left out.",
        HelpName = "N",
    };

    // While code runs, time is what it costs and not what the host has left for it.
    private readonly Option<string> _icount = new("--icount")
    {
        Description = "Instruction counting, as QEMU's -icount has it; off: the host's time.",
        HelpName = "SPEC",
        DefaultValueFactory = _ => QemuOptions.DefaultInstructionCount,
    };

    private readonly Option<string?> _extra = new("--qemu-args")
    {
        Description = "Further arguments for QEMU, in one quoted text.",
        HelpName = "ARGS",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_cpu);
        command.Add(_cpus);
        command.Add(_icount);
        command.Add(_extra);
    }

    /// <summary>What was asked for.</summary>
    /// <param name="result">What was parsed.</param>
    /// <param name="system">The system to run.</param>
    /// <returns>The options.</returns>
    /// <exception cref="FormatException">The further arguments have an open quote.</exception>
    public QemuOptions Get(ParseResult result, BuiltSystem system) =>
        new(system.BootFile, system.Model.MemorySize)
        {
            Cpu = result.GetValue(_cpu)!,
            CpuCount = result.GetValue(_cpus) ?? system.Model.CpuCount,
            InstructionCount = result.GetValue(_icount) is string count
                && count != "off" ? count : null,
            Extra = QemuArguments.Split(result.GetValue(_extra) ?? ""),
        };
}
