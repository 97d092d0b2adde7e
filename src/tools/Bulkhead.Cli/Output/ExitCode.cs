// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Output;

/// <summary>What the tool's exit code says.</summary>
public static class ExitCode
{
    /// <summary>Done, and all was well.</summary>
    public const int Good = 0;

    /// <summary>
    /// Something that was asked for was not met: a test, an expectation, a build.
    /// </summary>
    public const int Failed = 1;

    /// <summary>The command line or the description is wrong.</summary>
    public const int BadInput = 2;
}
