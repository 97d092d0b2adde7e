// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Tests;

/// <summary>The kernel's source, read and parsed once for all tests.</summary>
internal static class SharedSource
{
    /// <summary>Root of the repository.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>The source.</summary>
    internal static KernelSource Kernel { get; } = new(Root);

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
