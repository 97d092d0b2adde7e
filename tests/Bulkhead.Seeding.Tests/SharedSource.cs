// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Tests;

/// <summary>The kernel's source, read and parsed once for all tests.</summary>
internal static class SharedSource
{
    private static readonly Lazy<KernelSource> s_kernel = new(() => new KernelSource(Root));

    internal static KernelSource Kernel => s_kernel.Value;

    /// <summary>Root of the repository.</summary>
    internal static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null;
            folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Bulkhead.slnx"))) return folder;
        }
        throw new InvalidOperationException("the tests run outside the repository");
    }
}
