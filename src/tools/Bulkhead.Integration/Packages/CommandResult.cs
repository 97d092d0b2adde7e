// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Packages;

/// <summary>What a program of the host left behind.</summary>
/// <param name="ExitCode">Its exit code, <see cref="NotFound"/> when it is not installed.</param>
/// <param name="Output">Standard output.</param>
/// <param name="ErrorOutput">Standard error.</param>
public sealed record CommandResult(int ExitCode, string Output, string ErrorOutput)
{
    /// <summary>Exit code of a program that is not installed, as shells have it.</summary>
    public const int NotFound = 127;

    /// <summary>
    /// The last line of what it said, which names the reason more often than not.
    /// </summary>
    public string LastLine => (ErrorOutput.Length > 0 ? ErrorOutput : Output)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .LastOrDefault() ?? $"exit code {ExitCode}";
}
