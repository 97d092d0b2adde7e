// SPDX-License-Identifier: MIT
using System.Reflection;
using Bulkhead.Abi;
using Bulkhead.Documentation;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests;

/// <summary>A change of the ABI is always a visible change of a committed file.</summary>
public class AbiTests
{
    private static readonly Assembly[] s_contract =
        [typeof(Hypercall).Assembly, typeof(Selectors).Assembly];

    [Fact]
    public void SurfaceIsTheApprovedOne() => Approval.Verify(
        "tests/Bulkhead.Repository.Tests/Approved/Bulkhead.Abi.txt",
        PublicSurface.Of(s_contract));

    [Fact]
    public void ReferencePageIsCurrent() =>
        Approval.Verify("docs/abi.md", AbiReference.Of(s_contract));

    [Fact]
    public void StalePageIsFound()
    {
        string page = AbiReference.Of(s_contract);
        string stale = page.Replace("SemaphoreDown", "SemaphoreWait", StringComparison.Ordinal);
        Assert.Contains("docs/abi.md:", Approval.Describe("docs/abi.md", stale, page));
        Assert.NotEqual(stale, page);
    }

    [Fact]
    public void EveryTypeOfTheAbiHasAChapter()
    {
        IEnumerable<string> named = Chapter.All.SelectMany(chapter => chapter.Types);
        IEnumerable<string> contract = s_contract.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsVisible: true, IsNested: false })
            .Select(type => type.Name);
        Assert.Empty(contract.Except(named));
    }
}
