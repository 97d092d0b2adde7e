// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Packages;

/// <summary>What <c>apt-cache show</c> says of a package.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Depends">Names of the packages that it depends on, first alternatives only.</param>
public sealed record PackageRecord(string Name, IReadOnlyList<string> Depends)
{
    private const string KernelPrefix = "linux-image-";

    /// <summary>
    /// For a kernel metapackage the kernel package behind it, otherwise null. A kernel package of
    /// its own depends on no other <c>linux-image-</c> package.
    /// </summary>
    public string? KernelDependency => Name.StartsWith(KernelPrefix, StringComparison.Ordinal)
        ? Depends.FirstOrDefault(name => name.StartsWith(KernelPrefix, StringComparison.Ordinal))
        : null;

    /// <summary>Reads the first record.</summary>
    /// <param name="text">Output of <c>apt-cache show</c>.</param>
    /// <returns>The record; empty where a field is missing.</returns>
    public static PackageRecord Parse(string text)
    {
        string name = "";
        IReadOnlyList<string> depends = [];
        foreach (string line in text.Split('\n').TakeWhile(line => line.Trim().Length > 0))
        {
            if (line.StartsWith("Package:", StringComparison.Ordinal))
            {
                name = line["Package:".Length..].Trim();
            }
            else if (line.StartsWith("Depends:", StringComparison.Ordinal))
            {
                depends = [.. line["Depends:".Length..].Split(',').Select(NameOf)];
            }
        }

        return new PackageRecord(name, depends);
    }

    // "name (= version) | alternative [arch]"
    private static string NameOf(string dependency) =>
        dependency.Split('|')[0].Trim().Split(' ', '(', '[', ':')[0];
}
