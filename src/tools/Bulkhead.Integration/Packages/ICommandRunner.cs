// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Packages;

/// <summary>Runs programs of the host; a test puts a script in its place.</summary>
public interface ICommandRunner
{
    /// <summary>Runs a program to its end, without input.</summary>
    /// <param name="program">Name on the search path, or a path.</param>
    /// <param name="arguments">Arguments, passed as they are.</param>
    /// <param name="folder">Working folder; empty for the current one.</param>
    /// <returns>Exit code and output; a program that is not there is a result, too.</returns>
    CommandResult Run(string program, IReadOnlyList<string> arguments, string folder = "");
}
