// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests;

public class ProjectFileTests
{
    // A change of a file that two images share must build both anew.
    [Fact]
    public void SourcesOfOtherFoldersAreSources()
    {
        ToolchainContext context = Repository.Context;
        ProjectFile project = ProjectFile.Load(
            context.InRepository("src/image-spin-table/Bulkhead.Image.SpinTable.csproj"));
        string[] shared = ["Entry.cs", "KernelBlock.cs", "ReasonText.cs", "Start.cs", "Usings.cs"];
        Assert.Equal(
            shared.Select(name => context.InRepository("src/image/" + name))
                .Append(context.InRepository("src/image-spin-table/Board.cs"))
                .Order(StringComparer.Ordinal),
            project.Sources.Order(StringComparer.Ordinal));
        Assert.All(project.Sources, file => Assert.True(File.Exists(file)));
    }

    [Fact]
    public void FirmwareOutsideTheTreeIsRefused() => Assert.Contains(
        "does not exist",
        Assert.Throws<ToolchainException>(
            () => FirmwareBuild.Run(Repository.Context, "tests/none.S")).Message,
        StringComparison.Ordinal);
}
