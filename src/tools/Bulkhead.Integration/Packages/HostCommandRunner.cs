// SPDX-License-Identifier: MIT
using System.ComponentModel;
using System.Diagnostics;

namespace Bulkhead.Integration.Packages;

/// <summary>Runs programs of this machine.</summary>
public sealed class HostCommandRunner : ICommandRunner
{
    /// <inheritdoc/>
    public CommandResult Run(string program, IReadOnlyList<string> arguments, string folder = "")
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new CommandResult(process.ExitCode, output, errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception e)
        {
            return new CommandResult(CommandResult.NotFound, "", $"{program}: {e.Message}");
        }
    }
}
