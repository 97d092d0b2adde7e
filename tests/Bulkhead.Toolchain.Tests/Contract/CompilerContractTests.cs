// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests.Contract;

/// <summary>The names that the native compiler asks for are those that the runtime was written for:
/// a new version of the SDK that asks for others shows here, before anything runs.</summary>
public class CompilerContractTests
{
    private const string Golden = "tests/Bulkhead.Toolchain.Tests/Contract/compiler-contract.txt";

    // The cases use every feature of the language that the tiers have.
    [Theory]
    [InlineData(1, "tests/target/conformance/Bulkhead.Conformance.csproj")]
    [InlineData(2, "tests/target/conformance-collected/Bulkhead.Conformance.Collected.csproj")]
    public void CompilerAsksForTheAgreedNames(int tier, string project)
    {
        ToolchainContext context = Repository.Context;
        NativeBuildResult built = PartitionBuild.Run(context, context.InRepository(project));
        IReadOnlyList<string> asked = CompilerContract.Of(built.Output);
        string[] agreed = [.. File.ReadAllLines(context.InRepository(Golden))
            .Select(line => Agreed(line, tier)).OfType<string>()];
        string report = string.Join('\n',
            asked.Except(agreed).Select(line => "+ " + line)
                .Concat(agreed.Except(asked).Select(line => "- " + line)));
        Assert.True(
            report.Length == 0,
            $"{Golden}, tier {tier}, does not agree with {Ilc.Version}:\n{report}");
    }

    // "symbol X in tier 2" is asked for there only.
    private static string? Agreed(string line, int tier)
    {
        if (line.Length == 0 || line.StartsWith('#')) return null;
        string[] parts = line.Split(" in tier ");
        return parts.Length == 1 || parts[1] == $"{tier}" ? parts[0] : null;
    }
}
