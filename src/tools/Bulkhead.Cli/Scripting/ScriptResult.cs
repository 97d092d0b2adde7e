// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Scripting;

/// <summary>How a console script ended.</summary>
/// <param name="FailedStep">Number of the step that was not met, from 1; 0 when all were.</param>
/// <param name="Reason">Why; empty when all were met.</param>
/// <param name="LastLines">What was seen last.</param>
public sealed record ScriptResult(int FailedStep, string Reason, IReadOnlyList<string> LastLines)
{
    /// <summary>True when every step was met.</summary>
    public bool IsMet => FailedStep == 0;
}
