// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Commands;
using Bulkhead.Cli.Output;
using Bulkhead.Integration.Packages;
using Bulkhead.Toolchain;

namespace Bulkhead.Cli;

/// <summary>The tool's entry.</summary>
public static class Program
{
    private const string RootVariable = "BULKHEAD_ROOT";

    /// <summary>Runs the tool.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> Main(string[] arguments)
    {
        ToolOutput output = new();
        try
        {
            string start = Environment.GetEnvironmentVariable(RootVariable)
                ?? AppContext.BaseDirectory;
            RootCommand root = CreateRoot(Workspace.Find(start, output));
            ParseResult result = root.Parse(arguments, new ParserConfiguration
            {
                // A text to send may begin with an @, and an option is never a bundle.
                ResponseFileTokenReplacer = null,
                EnablePosixBundling = false,
            });
            int exitCode = await result.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
            });
            return result.Errors.Count > 0 ? ExitCode.BadInput : exitCode;
        }
        catch (BuildFailedException e)
        {
            return e.ExitCode;
        }
        catch (FormatException e)
        {
            output.Fail(e.Message);
            return ExitCode.BadInput;
        }
        catch (PackageException e)
        {
            output.Fail($"{e.Message}; {e.Remedy}");
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is ToolchainException or IOException
            or UnauthorizedAccessException)
        {
            output.Fail(e.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
    }

    /// <summary>Makes the whole command line.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The root command.</returns>
    public static RootCommand CreateRoot(Workspace workspace) =>
        new("Bulkhead: an embedded hypervisor and microkernel in C#.")
        {
            RunCommand.Create(workspace),
            NewCommand.Create(workspace),
            BuildCommand.Create(workspace),
            CheckCommand.Create(workspace),
            TestCommand.Create(workspace),
            BenchCommand.Create(workspace),
            JitterCommand.Create(workspace),
            SimulateCommand.Create(workspace),
            ExploreCommand.Create(workspace),
            ProveCommand.Create(workspace),
            DebugCommand.Create(workspace),
            InterfereCommand.Create(workspace),
            CoverageCommand.Create(workspace),
            ReplayCommand.Create(workspace),
            MutateCommand.Create(workspace),
            ReseedCommand.Create(workspace),
            DoctorCommand.Create(workspace),
        };
}
