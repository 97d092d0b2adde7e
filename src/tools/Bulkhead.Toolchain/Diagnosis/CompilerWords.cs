// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>What the native compiler says when it does not look at the whole program first: then it
/// names the method that it cannot compile, which is the framework's when the partition's own code
/// asks for nothing that is missing.</summary>
internal static partial class CompilerWords
{
    /// <summary>Compiles once more and listens.</summary>
    /// <param name="context">Where progress goes.</param>
    /// <param name="program">The partition that could not be compiled.</param>
    /// <returns>One sentence for each method.</returns>
    internal static IReadOnlyList<string> Find(ToolchainContext context, NativeProgram program)
    {
        NativeProgram plain = program with
        {
            Options = program.Options with { ScansProgram = false },
            OutputFolder = Path.Combine(program.OutputFolder, "words"),
        };
        try
        {
            plain.Build(context);
            return [];
        }
        catch (ToolFailureException failure)
        {
            return Read(failure.Output);
        }
    }

    /// <summary>The sentences of an output.</summary>
    internal static IReadOnlyList<string> Read(string output) =>
    [
        .. Refusal().Matches(output).Select(match =>
            $"{match.Groups[1].Value}: {match.Groups[2].Value}. It belongs to the framework, whose "
                + "code cannot do without that. Use another class, or write it out.").Distinct(),
    ];

    [GeneratedRegex(@"AOT analysis error \w+: (.+?): Method will always throw because: "
        + @"(.+?)(?:, Version=[^']*'?)?$", RegexOptions.Multiline)]
    private static partial Regex Refusal();
}
