// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests.Diagnosis;

/// <summary>A partition of a few lines that its tier cannot have.</summary>
internal static class RefusedProgram
{
    /// <summary>Builds it as a user does.</summary>
    /// <param name="name">Name of the assembly.</param>
    /// <param name="tier">Its tier.</param>
    /// <param name="source">Its C#.</param>
    /// <param name="sdk">The project it refers to; null: that of its tier.</param>
    /// <returns>The lines of the message that the user gets.</returns>
    internal static IReadOnlyList<string> Build(
        string name, int tier, string source, string? sdk = null)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Program.cs", source);
        ToolchainContext context = Repository.Context;
        sdk ??= tier == 0
            ? "src/sdk/Bulkhead.Native.csproj" : "src/managed/Bulkhead.Managed.csproj";
        string project = folder.Write(name + ".csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <BulkheadTier>{tier}</BulkheadTier>
              </PropertyGroup>
              <ItemGroup><ProjectReference Include="{context.InRepository(sdk)}" /></ItemGroup>
            </Project>
            """);
        var refusal = Assert.Throws<ToolchainException>(() => PartitionBuild.Run(context, project));
        return refusal.Message.Replace(folder.Path + "/", "").Split('\n');
    }
}
