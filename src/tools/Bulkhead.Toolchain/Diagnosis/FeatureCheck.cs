// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>Says which places of a partition's code ask for what its tier does not have.</summary>
internal static partial class FeatureCheck
{
    /// <summary>Looks through a partition that could not be compiled.</summary>
    /// <param name="context">Names the repository.</param>
    /// <param name="program">The partition.</param>
    /// <param name="tier">Its tier.</param>
    /// <param name="words">What the native compiler said.</param>
    /// <returns>A sentence or two for each place.</returns>
    internal static IReadOnlyList<string> Find(
        ToolchainContext context, NativeProgram program, PartitionTier tier, string words)
    {
        IReadOnlyList<string> assemblies = DotnetBuild.Run(context, program.ProjectPath);
        string core = DotnetBuild.Run(context, context.InRepository(program.CoreLibrary))[0];
        using var library = new Library([.. assemblies, core, .. program.References]);
        List<Finding> findings =
            [.. assemblies.SelectMany(assembly => FeatureSearch.Find(assembly, library))];
        // The compiler can do some virtual calls of generic methods: where it knows the type.
        bool isOther = findings.Any(finding => finding.Kind != FindingKind.VirtualGeneric);
        bool isGeneric =
            !isOther && words.Contains("Code generation failed", StringComparison.Ordinal);
        return
        [
            .. Sentences(context, tier, findings.Where(finding =>
                isGeneric || finding.Kind != FindingKind.VirtualGeneric)),
            .. Handlers(context, tier, assemblies),
        ];
    }

    /// <summary>Looks for what compiles in a tier without exceptions and would never run.</summary>
    /// <param name="context">Names the repository.</param>
    /// <param name="tier">The partition's tier.</param>
    /// <param name="assemblies">The partition's assemblies.</param>
    /// <returns>A sentence or two for each method.</returns>
    internal static IReadOnlyList<string> Handlers(
        ToolchainContext context, PartitionTier tier, IReadOnlyList<string> assemblies) =>
        tier == PartitionTier.Static
            ? Sentences(context, tier, assemblies.SelectMany(HandlerSearch.Find)) : [];

    /// <summary>Puts findings into words, those of one topic in one method once. What only the
    /// compiler wrote, without a line, is told when there is nothing else.</summary>
    /// <param name="context">Names the repository.</param>
    /// <param name="tier">The partition's tier.</param>
    /// <param name="findings">The findings.</param>
    internal static IReadOnlyList<string> Sentences(
        ToolchainContext context, PartitionTier tier, IEnumerable<Finding> findings) =>
    [
        .. Placed([.. findings])
            .Select(finding => (Finding: finding, Advice: FeatureAdvice.Of(tier, finding)))
            .DistinctBy(row => (row.Finding.Method, row.Advice.Topic))
            .Select(row => Sentence(context, row.Finding, row.Advice)),
    ];

    private static IEnumerable<Finding> Placed(IReadOnlyList<Finding> findings) =>
        findings.Any(finding => finding.Line > 0)
            ? findings.Where(finding => finding.Line > 0) : findings;

    private static string Sentence(
        ToolchainContext context, Finding finding, FeatureAdvice advice)
    {
        string place = finding.File is null
            ? "" : $"{context.Display(finding.File)}({finding.Line}): ";
        string what = Decoration().Replace(finding.What, "");
        return $"{place}{finding.Method} uses {what}: {advice.Why}. {advice.Instead}.";
    }

    // Constructors, and the number of a generic type's parameters.
    [GeneratedRegex(@"\.\.ctor$|`\d+")]
    private static partial Regex Decoration();
}
