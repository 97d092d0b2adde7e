// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Packages;

/// <summary>
/// Fetches arm64 packages as an ordinary user: apt gets a state of its own that reads the machine's
/// configured sources, so no foreign architecture is added to the machine.
/// </summary>
/// <param name="cacheFolder">Where lists and packages are kept; made when needed.</param>
/// <param name="runner">Runs apt.</param>
/// <param name="progress">Told what is being done.</param>
public sealed class DebianPackages(
    string cacheFolder, ICommandRunner runner, IProgressReport progress)
{
    private const string DoneMark = ".complete";
    private bool _isUpdated;

    private string StateFolder => Path.Combine(cacheFolder, "apt");

    /// <summary>Whether a package is in the cache, so that no network is needed.</summary>
    /// <param name="package">Package name as a description has it.</param>
    /// <returns>True when it is.</returns>
    public bool IsCached(string package) =>
        File.Exists(Path.Combine(FolderOf(package), DoneMark));

    /// <summary>Fetches and unpacks a package once.</summary>
    /// <param name="package">
    /// Package name. A kernel metapackage stands for the kernel package that it depends on, whose
    /// name changes with every security update.
    /// </param>
    /// <returns>The folder with the package's files.</returns>
    /// <exception cref="PackageException">There is no such package, or it cannot be
    /// fetched.</exception>
    public string Unpack(string package)
    {
        string folder = FolderOf(package);
        if (IsCached(package))
        {
            return folder;
        }

        string realName = Resolve(package);
        progress.Step(realName == package ? $"fetching package {package}"
            : $"fetching package {realName} (for {package})");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        string download = Path.Combine(cacheFolder, "download");
        Directory.CreateDirectory(download);
        Check(RunApt("apt-get", ["download", realName], download), $"download {realName}");
        string archive = Directory.GetFiles(download, $"{realName}_*.deb").Single();
        Check(runner.Run("dpkg-deb", ["-x", archive, folder]), $"unpack {realName}");
        File.Delete(archive);
        File.WriteAllText(Path.Combine(folder, DoneMark), realName + "\n");
        return folder;
    }

    private string FolderOf(string package) => Path.Combine(cacheFolder, package);

    private string Resolve(string package)
    {
        Update();
        CommandResult result =
            RunApt("apt-cache", ["show", "--no-all-versions", package], "");
        if (result.ExitCode != 0 || result.Output.Trim().Length == 0)
        {
            throw new PackageException($"the sources of this machine have no package `{package}`",
                "check the name with apt-cache search, and the machine's apt sources");
        }

        return PackageRecord.Parse(result.Output).KernelDependency ?? package;
    }

    private void Update()
    {
        if (_isUpdated)
        {
            return;
        }

        progress.Step("reading the list of arm64 packages");
        Directory.CreateDirectory(Path.Combine(StateFolder, "lists", "partial"));
        Directory.CreateDirectory(Path.Combine(StateFolder, "cache", "archives", "partial"));
        Check(RunApt("apt-get", ["update"], ""), "read the list of arm64 packages");
        _isUpdated = true;
    }

    private CommandResult RunApt(string program, IReadOnlyList<string> arguments, string folder)
    {
        string[] options =
        [
            "-q",
            "-o", "APT::Architecture=arm64",
            "-o", "APT::Architectures=arm64",
            "-o", $"Dir::State::Lists={Path.GetFullPath(Path.Combine(StateFolder, "lists"))}",
            "-o", $"Dir::Cache={Path.GetFullPath(Path.Combine(StateFolder, "cache"))}",
            "-o", "Dir::State::status=/dev/null",
            "-o", "APT::Sandbox::User=",
            "-o", "Acquire::Languages=none",
            "-o", "Acquire::Retries=3",
        ];
        return runner.Run(program, [.. options, .. arguments], folder);
    }

    private static void Check(CommandResult result, string what)
    {
        if (result.ExitCode != 0)
        {
            throw new PackageException($"cannot {what}: {result.LastLine}",
                "check the network and the machine's apt sources (Debian 12 or newer)");
        }
    }
}
