// SPDX-License-Identifier: MIT
using System.Xml.Linq;

namespace Bulkhead.Toolchain.Tests;

public class SolutionTests
{
    [Fact]
    public void SolutionHoldsEveryProject()
    {
        ToolchainContext context = Repository.Context;
        IEnumerable<string> listed = XDocument.Load(context.InRepository("Bulkhead.slnx"))
            .Descendants("Project").Select(item => item.Attribute("Path")!.Value);
        string[] folders = ["src", "samples", "tests"];
        IEnumerable<string> found = folders.SelectMany(folder => Directory.EnumerateFiles(
                context.InRepository(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(context.Display);
        Assert.Equal(
            found.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
