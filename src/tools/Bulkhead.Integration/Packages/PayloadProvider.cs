// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Initrd;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Packages;

/// <summary>
/// Brings the bytes of guest files: the user's own, and those of Debian packages.
/// </summary>
/// <param name="packages">Fetches packages.</param>
/// <param name="programFile">Gives the ELF file of a C# project.</param>
public sealed class PayloadProvider(
    DebianPackages packages, Func<string, ReadOnlyMemory<byte>> programFile)
{
    // A name of the format's own: the package with the static program is named otherwise.
    private const string BusyboxName = "busybox";
    private const string BusyboxPackage = "busybox-static";

    /// <summary>Whether the bytes can be had without the network.</summary>
    /// <param name="source">Where they come from.</param>
    /// <returns>True for files, and for packages in the cache.</returns>
    public bool IsLocal(PayloadSource source) => source is not DebianSource debian
        || packages.IsCached(debian.Package == BusyboxName ? BusyboxPackage : debian.Package);

    /// <summary>Brings a kernel.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="PackageException">It cannot be had.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ReadOnlyMemory<byte> Kernel(PayloadSource source) => source switch
    {
        DebianSource debian => FromPackage(debian, "boot", "vmlinuz-*", "kernel"),
        ProjectSource project => programFile(project.Project),
        _ => ReadFile(source),
    };

    /// <summary>Brings an initial RAM disk.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="PackageException">It cannot be had.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ReadOnlyMemory<byte> Initrd(PayloadSource source) => source switch
    {
        DebianSource { Package: BusyboxName, PathInPackage: "" } => Busybox(),
        DebianSource debian => FromPackage(debian, "boot", "initrd*", "initial RAM disk"),
        _ => ReadFile(source),
    };

    private byte[] Busybox()
    {
        string folder = packages.Unpack(BusyboxPackage);
        string[] places = ["bin/busybox", "usr/bin/busybox"];
        string? program = places.Select(place => Path.Combine(folder, place))
            .FirstOrDefault(File.Exists);
        return program is not null ? BusyboxInitrd.Create(File.ReadAllBytes(program))
            : throw new PackageException($"package {BusyboxPackage} has no busybox in it",
                "remove artifacts/packages and try again");
    }

    private byte[] FromPackage(DebianSource source, string folder, string pattern, string what)
    {
        string root = Path.GetFullPath(packages.Unpack(source.Package));
        if (source.PathInPackage.Length > 0)
        {
            string path = Path.GetFullPath(Path.Combine(root, source.PathInPackage));
            return path.StartsWith(root + "/", StringComparison.Ordinal) && File.Exists(path)
                ? File.ReadAllBytes(path)
                : throw new PackageException(
                    $"package {source.Package} has no file `{source.PathInPackage}`",
                    $"look at its files below {root}");
        }

        string searched = Path.Combine(root, folder);
        string? found = Directory.Exists(searched)
            ? Directory.GetFiles(searched, pattern).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        return found is not null ? File.ReadAllBytes(found)
            : throw new PackageException($"package {source.Package} has no {what}",
                $"name its file: debian:{source.Package}/PATH/IN/PACKAGE");
    }

    private static byte[] ReadFile(PayloadSource source) =>
        File.ReadAllBytes(((FileSource)source).FullPath);
}
