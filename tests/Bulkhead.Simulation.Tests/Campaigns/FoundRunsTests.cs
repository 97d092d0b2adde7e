// SPDX-License-Identifier: MIT
using System.Reflection;
using Bulkhead.Simulation.Campaigns;

namespace Bulkhead.Simulation.Tests.Campaigns;

/// <summary>Runs that a campaign once stopped at, shrunk, and that are right since the kernel or
/// the check was mended: files of the folder <c>Found</c>.</summary>
public sealed class FoundRunsTests
{
    private static readonly Assembly s_assembly = typeof(FoundRunsTests).Assembly;

    public static TheoryData<string> Names { get; } = [.. s_assembly.GetManifestResourceNames()];

    [Theory]
    [MemberData(nameof(Names))]
    public void FailsNoMore(string name)
    {
        using Stream stream = s_assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        Failure kept = FailureFile.Parse(reader.ReadToEnd());
        Assert.NotEmpty(kept.Events);
        Failure? found = EventPlayer.Play(
            kept.Shape, kept.Events, kept.Mode, wantsOracle: kept.WantsOracle);
        Assert.True(found is null, found?.Message);
    }
}
