// SPDX-License-Identifier: MIT
using System.ComponentModel;
using System.Diagnostics;

namespace Bulkhead.Toolchain;

/// <summary>Runs one program of the machine and turns its failure into an exception.</summary>
public sealed class ExternalTool
{
    /// <summary>Describes a tool.</summary>
    /// <param name="program">Name on the search path, or a full path.</param>
    /// <param name="package">Debian package that provides it; null when there is none.</param>
    public ExternalTool(string program, string? package = null)
    {
        Program = program;
        Package = package;
    }

    /// <summary>Name on the search path, or a full path.</summary>
    public string Program { get; }

    /// <summary>Debian package that provides it.</summary>
    public string? Package { get; }

    /// <summary>Picks the lines of a failure's output that help the user; all when null.</summary>
    public Func<IReadOnlyList<string>, IEnumerable<string>>? Condense { get; init; }

    /// <summary>Runs the tool to its end.</summary>
    /// <param name="arguments">Arguments, unquoted.</param>
    /// <param name="workingDirectory">Where it runs; the current folder when null.</param>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="ToolFailureException">It ended with a code other than 0.</exception>
    /// <exception cref="ToolchainException">It is not installed.</exception>
    public string Run(IReadOnlyList<string> arguments, string? workingDirectory = null)
    {
        using Process process = Start(arguments, workingDirectory);
        process.StandardInput.Close();
        // Both streams are drained at once: a full pipe would stop the tool.
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0)
            return output;
        string text = Filter(errors.Result + output);
        throw new ToolFailureException(
            Path.GetFileName(Program), process.ExitCode, CommandLine(arguments), text);
    }

    private Process Start(IReadOnlyList<string> arguments, string? workingDirectory)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? "",
        };
        // A build started from inside another build must not inherit the outer one's paths.
        foreach (string name in start.Environment.Keys.ToArray())
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
                start.Environment.Remove(name);
        }
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            string hint = Package is null ? "" : $" Install the Debian package {Package}.";
            throw new ToolchainException($"The program {Program} was not found.{hint}");
        }
    }

    private string CommandLine(IReadOnlyList<string> arguments) =>
        string.Join(' ', arguments.Prepend(Program).Select(Quote));

    private string Filter(string text) =>
        Condense is null ? text : string.Join('\n', Condense(text.Split('\n')));

    private static string Quote(string argument) =>
        argument.Length > 0
            && argument.All(c => char.IsLetterOrDigit(c) || "-_./:=,+@%".Contains(c))
            ? argument
            : "'" + argument.Replace("'", "'\\''") + "'";
}
