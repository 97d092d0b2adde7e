// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Packages;

namespace Bulkhead.Cli.Qemu;

/// <summary>
/// Puts the terminal into raw mode, so that every key reaches the console, and restores it with the
/// object, also when the process is told to end.
/// </summary>
public sealed class TerminalMode : IDisposable
{
    private const string Terminal = "/dev/tty";
    private readonly ICommandRunner _runner;
    private readonly string _saved;
    private int _isRestored;

    private TerminalMode(ICommandRunner runner, string saved)
    {
        _runner = runner;
        _saved = saved;
    }

    /// <summary>Enters raw mode.</summary>
    /// <param name="runner">Runs <c>stty</c>.</param>
    /// <returns>The mode, or null when there is no terminal: input is piped.</returns>
    public static TerminalMode? Enter(ICommandRunner runner)
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        CommandResult saved = runner.Run("stty", ["-F", Terminal, "-g"]);
        if (saved.ExitCode != 0)
        {
            return null;
        }

        // Output processing stays on: the console's line ends are then right in any case.
        TerminalMode mode = new(runner, saved.Output.Trim());
        runner.Run("stty", ["-F", Terminal, "raw", "-echo", "opost", "onlcr"]);
        return mode;
    }

    /// <summary>Restores the terminal as it was.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isRestored, 1) == 0)
        {
            _runner.Run("stty", ["-F", Terminal, _saved]);
        }
    }
}
