// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Scripting;

/// <summary>A step of a console script.</summary>
/// <param name="Text">As the user wrote it.</param>
public abstract record ScriptStep(string Text);
