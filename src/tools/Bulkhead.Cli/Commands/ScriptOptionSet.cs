// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.CommandLine.Parsing;
using Bulkhead.Cli.Scripting;

namespace Bulkhead.Cli.Commands;

/// <summary>
/// The options of a console script; <c>--send</c> and <c>--expect</c> keep their order.
/// </summary>
public sealed class ScriptOptionSet
{
    private readonly Option<string[]> _send = new("--send")
    {
        Description = @"Type a text; \n, \r, \t, \e, \\ and \xNN are understood. Repeatable.",
        HelpName = "TEXT",
    };

    private readonly Option<string[]> _expect = new("--expect")
    {
        Description = "Wait until a regular expression matches what came since. Repeatable.",
        HelpName = "REGEX",
    };

    private readonly Option<bool> _headless = new("--headless")
    {
        Description = "No terminal: the console log goes to standard output.",
    };

    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "Seconds for all steps together.",
        HelpName = "S",
        DefaultValueFactory = _ => 120,
    };

    private readonly Option<string?> _partition = new("--partition")
    {
        Description = "Partition to type to and to look at; all of the console when left out.",
        HelpName = "P",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_headless);
        command.Add(_timeout);
        command.Add(_partition);
        command.Add(_send);
        command.Add(_expect);
    }

    /// <summary>Whether a script drives the console.</summary>
    /// <param name="result">What was parsed.</param>
    /// <returns>True when asked for, or when there are steps.</returns>
    public bool IsHeadless(ParseResult result) =>
        result.GetValue(_headless) || Steps(result).Count > 0;

    /// <summary>Time for all steps.</summary>
    /// <param name="result">What was parsed.</param>
    /// <returns>The time.</returns>
    public TimeSpan Timeout(ParseResult result) =>
        TimeSpan.FromSeconds(Math.Clamp(result.GetValue(_timeout), 0.1, 86_400));

    /// <summary>The partition that is looked at.</summary>
    /// <param name="result">What was parsed.</param>
    /// <returns>Its name, or null for all.</returns>
    public string? Partition(ParseResult result) => result.GetValue(_partition);

    /// <summary>The steps in the order in which they were given.</summary>
    /// <param name="result">What was parsed.</param>
    /// <returns>The steps.</returns>
    /// <exception cref="FormatException">A text or an expression is wrong.</exception>
    public IReadOnlyList<ScriptStep> Steps(ParseResult result)
    {
        List<ScriptStep> steps = [];
        for (int i = 0; i + 1 < result.Tokens.Count; i++)
        {
            if (result.Tokens[i].Type != TokenType.Option)
            {
                continue;
            }

            string value = result.Tokens[i + 1].Value;
            if (result.Tokens[i].Value == _send.Name)
            {
                steps.Add(SendStep.Parse(value));
            }
            else if (result.Tokens[i].Value == _expect.Name)
            {
                steps.Add(ExpectStep.Parse(value));
            }
        }

        return steps;
    }
}
