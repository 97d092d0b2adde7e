// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads the <c>console</c> section and fills in what it leaves out.</summary>
/// <param name="names">Names of the partitions in order.</param>
/// <param name="partitions">The partitions in order; null for a broken one.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
public sealed class ConsoleReader(
    string[] names, IReadOnlyList<PartitionModel?> partitions, DiagnosticBag diagnostics)
{
    /// <summary>The escape key that holds when none is given: Ctrl-A.</summary>
    public const byte DefaultEscapeKey = 0x01;

    /// <summary>Reads the console.</summary>
    /// <param name="node">The value of <c>console</c>, or null when the key is missing.</param>
    /// <param name="systemMark">Where to report that nobody serves the console.</param>
    /// <returns>The console, or null when nobody serves one.</returns>
    public ConsoleModel? Read(DescriptionNode? node, SourceMark systemMark)
    {
        SectionReader section = new(DescriptionFormat.Console,
            node ?? new MappingNode(systemMark, []), "`console`", diagnostics);
        int? server = section.Has("server")
            ? PartitionReference.Read(section, "server", names) : FindUartOwner();
        int? focus = section.Has("focus")
            ? PartitionReference.Read(section, "focus", names) : FindMachine();
        byte escape = ReadEscape(section);
        if (server is null)
        {
            WarnWithoutServer(section, systemMark);
            return null;
        }

        if (partitions[server.Value] is VirtualMachineModel)
        {
            diagnostics.Error(DiagnosticId.NoConsole, section.MarkOf("server"),
                $"`{names[server.Value]}` is a virtual machine and cannot serve the console",
                "name a native partition such as one of src/partitions/console");
        }

        return new ConsoleModel(server.Value, focus ?? server.Value, escape);
    }

    private byte ReadEscape(SectionReader section)
    {
        ScalarNode? scalar = section.Scalar("escape");
        if (scalar is null)
        {
            return DefaultEscapeKey;
        }

        if (EscapeKeyText.TryParse(scalar.Text, out byte key))
        {
            return key;
        }

        diagnostics.Error(DiagnosticId.BadWord, scalar.Mark,
            $"`{scalar.Text}` cannot be the escape key",
            "write a control key such as ctrl-a; c, h, i, j and m are taken");
        return DefaultEscapeKey;
    }

    private void WarnWithoutServer(SectionReader section, SourceMark systemMark)
    {
        if (!section.Has("server") && partitions.All(partition => partition is not null))
        {
            diagnostics.Warning(DiagnosticId.NoConsole, systemMark,
                "nobody serves the console: what partitions print is lost",
                "add a partition `console` with `native: src/partitions/console` and "
                + "`devices: [ /pl011@9000000 ]`");
        }
    }

    private int? FindUartOwner() => IndexOf(partition =>
        partition is NativePartitionModel native && native.Devices.Any(d => d.IsConsoleUart));

    private int? FindMachine() => IndexOf(partition => partition is VirtualMachineModel);

    private int? IndexOf(Func<PartitionModel?, bool> predicate)
    {
        for (int i = 0; i < partitions.Count; i++)
        {
            if (predicate(partitions[i]))
            {
                return i;
            }
        }

        return null;
    }
}
