// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Building;

/// <summary>A system was not built; the reasons have been shown.</summary>
/// <param name="exitCode">What the tool ends with.</param>
public sealed class BuildFailedException(int exitCode) : Exception
{
    /// <summary>What the tool ends with.</summary>
    public int ExitCode { get; } = exitCode;
}
