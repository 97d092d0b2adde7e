// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Packages;

namespace Bulkhead.Integration.Tests.Packages;

/// <summary>Answers commands from a script and remembers them.</summary>
public sealed class ScriptedRunner(
    Func<string, IReadOnlyList<string>, string, CommandResult> answer)
    : ICommandRunner
{
    public List<string> Commands { get; } = [];

    public CommandResult Run(string program, IReadOnlyList<string> arguments, string folder = "")
    {
        Commands.Add(program + " " + string.Join(' ', arguments));
        return answer(program, arguments, folder);
    }
}
