// SPDX-License-Identifier: MIT
using System.Xml.Linq;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests;

/// <summary>The solution lists every project, so that one build builds everything.</summary>
public class SolutionTests
{
    [Fact]
    public void SolutionListsEveryProject()
    {
        string solution = File.ReadAllText(RepositoryTree.FullPath("Bulkhead.slnx"));
        IEnumerable<string> projects = RepositoryTree.Files.Where(file => file.IsNamed(".csproj"))
            .Select(file => file.Path);
        Assert.Empty(Missing(solution, projects));
    }

    [Fact]
    public void MissingProjectIsFound()
    {
        const string solution = "<Solution><Project Path=\"src/a/A.csproj\" /></Solution>";
        Assert.Equal(["src/b/B.csproj"], Missing(solution, ["src/a/A.csproj", "src/b/B.csproj"]));
    }

    private static IEnumerable<string> Missing(string solution, IEnumerable<string> projects) =>
        projects.Except(XDocument.Parse(solution).Descendants("Project")
            .Select(item => item.Attribute("Path")!.Value));
}
