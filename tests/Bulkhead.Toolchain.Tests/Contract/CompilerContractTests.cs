// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests.Contract;

/// <summary>The names that the native compiler asks for are those that the runtime was written for:
/// a new version of the SDK that asks for others shows here, before anything runs.</summary>
public class CompilerContractTests
{
    private const string Golden = "tests/Bulkhead.Toolchain.Tests/Contract/compiler-contract.txt";

    // Its cases use every feature of the language that tier 1 has.
    private const string Conformance = "tests/target/conformance/Bulkhead.Conformance.csproj";

    [Fact]
    public void CompilerAsksForTheAgreedNames()
    {
        ToolchainContext context = Repository.Context;
        NativeBuildResult built = PartitionBuild.Run(context, context.InRepository(Conformance));
        IReadOnlyList<string> asked = CompilerContract.Of(built.Output);
        string[] agreed = [.. File.ReadAllLines(context.InRepository(Golden))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))];
        string report = string.Join('\n',
            asked.Except(agreed).Select(line => "+ " + line)
                .Concat(agreed.Except(asked).Select(line => "- " + line)));
        Assert.True(report.Length == 0, $"{Golden} does not agree with {Ilc.Version}:\n{report}");
    }
}
