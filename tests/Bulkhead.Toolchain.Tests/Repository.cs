// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests;

/// <summary>The repository that the tests belong to.</summary>
public static class Repository
{
    public static ToolchainContext Context { get; } = ToolchainContext.Find();
}
