// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Cli.Qemu;

/// <summary>Makes QEMU's command line.</summary>
public static class QemuArguments
{
    /// <summary>The program.</summary>
    public const string Program = "qemu-system-aarch64";

    /// <summary>Makes the arguments.</summary>
    /// <param name="options">How the system is run.</param>
    /// <returns>The arguments without the program.</returns>
    public static IReadOnlyList<string> Make(QemuOptions options)
    {
        List<string> arguments =
        [
            "-machine", "virt,virtualization=on,gic-version=3",
            "-cpu", Cpu(options.Cpu),
            "-smp", options.CpuCount.ToString(CultureInfo.InvariantCulture),
            "-m", (options.MemorySize >> 20).ToString(CultureInfo.InvariantCulture) + "M",
            "-nodefaults",
            "-display", "none",
            "-no-reboot",
            "-serial", options.Serial,
        ];
        if (!options.HasFirmware)
        {
            arguments.AddRange(["-kernel", options.BootFile]);
        }

        if (options.InstructionCount is string count)
        {
            arguments.AddRange(["-icount", count]);
        }

        if (options.WaitsForDebugger)
        {
            string port = options.DebugPort.ToString(CultureInfo.InvariantCulture);
            arguments.AddRange(["-S", "-gdb", $"tcp:127.0.0.1:{port}"]);
        }

        arguments.AddRange(options.Extra);
        return arguments;
    }

    /// <summary>
    /// Splits further arguments as a shell does: blanks part them, quotes join them.
    /// </summary>
    /// <param name="text">The text of <c>--qemu-args</c>.</param>
    /// <returns>The arguments.</returns>
    /// <exception cref="FormatException">A quote is not closed.</exception>
    public static IReadOnlyList<string> Split(string text)
    {
        List<string> arguments = [];
        string? current = null;
        char quote = '\0';
        foreach (char value in text)
        {
            if (quote != '\0')
            {
                current = value == quote ? current : current + value;
                quote = value == quote ? '\0' : quote;
            }
            else if (value is '"' or '\'')
            {
                (quote, current) = (value, current ?? "");
            }
            else if (!char.IsWhiteSpace(value))
            {
                current += value;
            }
            else if (current is not null)
            {
                arguments.Add(current);
                current = null;
            }
        }

        if (quote != '\0')
        {
            throw new FormatException($"`{text}` has a quote that is not closed");
        }

        return current is null ? arguments : [.. arguments, current];
    }

    // QEMU's pointer authentication by the book makes `max` three to four times slower.
    private static string Cpu(string model) =>
        model.Split(',')[0] == "max" && !model.Contains("pauth", StringComparison.Ordinal)
            ? model + ",pauth-impdef=on" : model;
}
