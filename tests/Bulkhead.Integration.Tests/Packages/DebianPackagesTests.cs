// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Model;
using Bulkhead.Integration.Packages;

namespace Bulkhead.Integration.Tests.Packages;

public sealed class DebianPackagesTests : IDisposable
{
    private static readonly CommandResult s_good = new(0, "", "");

    private readonly string _cache =
        Directory.CreateTempSubdirectory("bulkhead-packages-").FullName;

    private readonly ScriptedRunner _runner;
    private readonly DebianPackages _packages;

    public DebianPackagesTests()
    {
        _runner = new ScriptedRunner(Answer);
        _packages = new DebianPackages(_cache, _runner, new SilentProgress());
    }

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    [Fact]
    public void Resolves_the_kernel_through_its_metapackage_and_fetches_it_once()
    {
        Assert.False(_packages.IsCached("linux-image-cloud-arm64"));

        string folder = _packages.Unpack("linux-image-cloud-arm64");
        int count = _runner.Commands.Count;

        Assert.True(File.Exists(Path.Combine(folder, "boot/vmlinuz-6.1.0-99-cloud-arm64")));
        Assert.Contains(_runner.Commands, c => c.EndsWith(
            "download linux-image-6.1.0-99-cloud-arm64", StringComparison.Ordinal));
        Assert.All(_runner.Commands.Where(c => c.StartsWith("apt", StringComparison.Ordinal)),
            c => Assert.Contains("APT::Architectures=arm64", c, StringComparison.Ordinal));
        Assert.True(_packages.IsCached("linux-image-cloud-arm64"));
        Assert.Equal(folder, _packages.Unpack("linux-image-cloud-arm64"));
        Assert.Equal(count, _runner.Commands.Count);
    }

    [Fact]
    public void Says_what_to_do_when_there_is_no_such_package() =>
        Assert.NotEmpty(Assert.Throws<PackageException>(() => _packages.Unpack("gone")).Remedy);

    [Fact]
    public void Brings_kernel_and_named_files_but_nothing_outside_the_package()
    {
        PayloadProvider provider = new(_packages, _ => default);
        DebianSource kernel = new("", default, "linux-image-cloud-arm64", "");
        Assert.Equal([7], provider.Kernel(kernel).ToArray());
        Assert.Equal([7], provider.Kernel(
            kernel with { PathInPackage = "boot/vmlinuz-6.1.0-99-cloud-arm64" }).ToArray());
        Assert.Throws<PackageException>(() => provider.Kernel(
            kernel with { PathInPackage = "../../../etc/passwd" }));
        Assert.Throws<PackageException>(() => provider.Initrd(kernel));
        Assert.True(provider.IsLocal(kernel));
        Assert.False(provider.IsLocal(kernel with { Package = "busybox" }));
        Assert.True(provider.Initrd(kernel with { Package = "busybox" }).Length > 0);
        Assert.True(provider.IsLocal(kernel with { Package = "busybox" }));
    }

    [Fact]
    public void Finds_the_kernel_behind_alternatives_and_versions()
    {
        PackageRecord record = PackageRecord.Parse("""
            Package: linux-image-arm64
            Version: 6.1
            Depends: something, linux-image-6.1.0-9-arm64 (= 6.1) | other

            Package: second
            """);
        Assert.Equal("linux-image-6.1.0-9-arm64", record.KernelDependency);
        Assert.Null(PackageRecord.Parse("Package: x\nDepends: linux-image-1").KernelDependency);
    }

    [Fact]
    public void Names_each_missing_package_once()
    {
        Assert.Equal(
            ["binutils-aarch64-linux-gnu"],
            HostTools.MissingPackages(HostTool.All,
                program => program.Contains("linux-gnu", StringComparison.Ordinal) ? null : "x"));
        Assert.Null(HostTools.Locate("no-such-program-anywhere"));
        Assert.NotNull(HostTools.Locate("sh"));
        Assert.Contains("--no-install-recommends a b", HostTools.InstallCommand(["a", "b"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_a_program_that_is_not_installed_as_a_result()
    {
        HostCommandRunner runner = new();
        Assert.Equal(CommandResult.NotFound, runner.Run("no-such-program-anywhere", []).ExitCode);
        CommandResult result = runner.Run("sh", ["-c", "echo out; echo err >&2; exit 3"]);
        Assert.Equal((3, "out\n", "err"), (result.ExitCode, result.Output, result.LastLine));
    }

    private CommandResult Answer(string program, IReadOnlyList<string> arguments, string folder)
    {
        string last = arguments[^1];
        switch (program, arguments[^2], last)
        {
            case ("apt-cache", _, "linux-image-cloud-arm64"):
                return s_good with
                {
                    Output = "Package: linux-image-cloud-arm64\n"
                        + "Depends: linux-image-6.1.0-99-cloud-arm64 (= 6.1.99-1)\n",
                };
            case ("apt-cache", _, "busybox-static"):
                return s_good with { Output = "Package: busybox-static\n" };
            case ("apt-cache", _, _):
                return new CommandResult(100, "", "E: No packages found");
            case ("apt-get", "download", _):
                File.WriteAllBytes(Path.Combine(folder, last + "_1_arm64.deb"), []);
                return s_good;
            case ("dpkg-deb", _, _):
                AddFile(last, "boot/vmlinuz-6.1.0-99-cloud-arm64");
                AddFile(last, "bin/busybox");
                return s_good;
            default:
                return s_good;
        }
    }

    private static void AddFile(string folder, string path)
    {
        string full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, [7]);
    }
}
