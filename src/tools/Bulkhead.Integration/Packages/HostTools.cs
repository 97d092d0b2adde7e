// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Packages;

/// <summary>
/// Finds the programs of the host that the tool needs, and installs those that lack.
/// </summary>
/// <param name="runner">Runs apt.</param>
/// <param name="progress">Told what is being done.</param>
public sealed class HostTools(ICommandRunner runner, IProgressReport progress)
{
    /// <summary>Where a program is.</summary>
    /// <param name="program">Name on the search path.</param>
    /// <returns>Its full path, or null when it is not installed.</returns>
    public static string? Locate(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>The packages that lack.</summary>
    /// <param name="tools">The tools that are needed.</param>
    /// <param name="locate">Finds a program; <see cref="Locate"/> unless a test says
    /// otherwise.</param>
    /// <returns>Package names, each once.</returns>
    public static IReadOnlyList<string> MissingPackages(
        IEnumerable<HostTool> tools, Func<string, string?> locate) =>
        [.. tools.Where(tool => locate(tool.Program) is null)
            .Select(tool => tool.Package).Distinct()];

    /// <summary>The command that installs packages, for a person to type.</summary>
    /// <param name="packages">Package names.</param>
    /// <returns>The command.</returns>
    public static string InstallCommand(IEnumerable<string> packages) =>
        "sudo apt-get install -y --no-install-recommends " + string.Join(' ', packages);

    /// <summary>Installs what lacks; does nothing when all is there.</summary>
    /// <param name="tools">The tools that are needed.</param>
    /// <exception cref="PackageException">They cannot be installed; the remedy says what to
    /// type.</exception>
    public void Ensure(IEnumerable<HostTool> tools)
    {
        IReadOnlyList<string> packages = MissingPackages(tools, Locate);
        if (packages.Count == 0)
        {
            return;
        }

        string names = string.Join(", ", packages);
        if (!Environment.IsPrivilegedProcess)
        {
            throw new PackageException($"the Debian packages {names} are not installed",
                $"type: {InstallCommand(packages)}");
        }

        progress.Step("reading the list of packages");
        CommandResult update = runner.Run("apt-get", ["-q", "-o", "Acquire::Retries=3", "update"]);
        progress.Step($"installing {names}");
        CommandResult install = runner.Run(
            "apt-get", ["-q", "install", "-y", "--no-install-recommends", .. packages]);
        if (install.ExitCode != 0)
        {
            CommandResult reason = update.ExitCode != 0 ? update : install;
            throw new PackageException($"{names} cannot be installed: {reason.LastLine}",
                $"check the network and the apt sources, then type: {InstallCommand(packages)}");
        }
    }
}
