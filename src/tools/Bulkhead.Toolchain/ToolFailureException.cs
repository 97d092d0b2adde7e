// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>An external tool ended with an error.</summary>
public sealed class ToolFailureException : ToolchainException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="tool">Name of the tool.</param>
    /// <param name="exitCode">Its exit code.</param>
    /// <param name="commandLine">The command, quoted so that it can be run again.</param>
    /// <param name="output">What the tool printed about the failure.</param>
    public ToolFailureException(string tool, int exitCode, string commandLine, string output)
        : base($"{tool} failed with exit code {exitCode}.\n  {commandLine}\n{output.TrimEnd()}")
    {
        Tool = tool;
        CommandLine = commandLine;
        ExitCode = exitCode;
        Output = output;
    }

    /// <summary>Name of the tool.</summary>
    public string Tool { get; }

    /// <summary>The command, quoted so that it can be run again.</summary>
    public string CommandLine { get; }

    /// <summary>The tool's exit code.</summary>
    public int ExitCode { get; }

    /// <summary>What the tool printed about the failure.</summary>
    public string Output { get; }
}
