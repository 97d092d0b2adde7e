// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>Says in the words of the partition's author why native compiler or linker
/// refused.</summary>
internal static class BuildDiagnosis
{
    private const string RuntimeProject = "Bulkhead.Managed";
    private const string NoRuntime = "It has a heap, and does not refer to its runtime. Refer to "
        + "src/managed/Bulkhead.Managed.csproj in place of src/sdk/Bulkhead.Native.csproj, or say "
        + "<BulkheadTier>0</BulkheadTier> in the project.";

    private static readonly string[] _tools = ["ilc", "aarch64-linux-gnu-ld"];

    /// <summary>Whether a failure is one that can be explained.</summary>
    internal static bool Covers(ToolFailureException failure) => _tools.Contains(failure.Tool);

    /// <summary>Explains a failure.</summary>
    /// <param name="context">Names the repository.</param>
    /// <param name="program">The partition.</param>
    /// <param name="tier">Its tier.</param>
    /// <param name="failure">What the tool said.</param>
    /// <returns>What to throw instead; the failure itself when nothing is known of it.</returns>
    internal static ToolchainException Explain(
        ToolchainContext context,
        NativeProgram program,
        PartitionTier tier,
        ToolFailureException failure)
    {
        List<string> findings = [.. FeatureCheck.Find(context, program, tier, failure.Output)];
        IReadOnlyList<string> chains = tier == PartitionTier.Static
            ? AllocationDiagnosis.Find(context, program) : [];
        findings.AddRange(chains);
        if (chains.Count > 0) findings.Add(AllocationGate.Advice);
        if (tier != PartitionTier.Static && !RefersToRuntime(program)) findings.Add(NoRuntime);
        if (findings.Count == 0 && program.Options.ScansProgram)
            findings.AddRange(CompilerWords.Find(context, program));
        if (findings.Count == 0) return failure;
        findings.AddRange(StillUndefined(failure));
        return Refusal(context, program, tier, findings);
    }

    /// <summary>Refuses a partition that was compiled and would not do what its source says.
    /// </summary>
    /// <param name="context">Names the repository.</param>
    /// <param name="program">The partition.</param>
    /// <param name="tier">Its tier.</param>
    /// <param name="assemblies">What it was compiled from, the core library left out.</param>
    /// <exception cref="ToolchainException">It has handlers of exceptions, in a tier without.
    /// </exception>
    internal static void RequireNoHandlers(
        ToolchainContext context, NativeProgram program, PartitionTier tier,
        IReadOnlyList<string> assemblies)
    {
        IReadOnlyList<string> findings = FeatureCheck.Handlers(context, tier, assemblies);
        if (findings.Count > 0) throw Refusal(context, program, tier, findings);
    }

    private static ToolchainException Refusal(
        ToolchainContext context, NativeProgram program, PartitionTier tier,
        IReadOnlyList<string> findings)
    {
        string title = $"{context.Display(program.ProjectPath)} does not fit tier {(int)tier}:";
        return new ToolchainException(
            title + string.Concat(findings.Select(finding => "\n  " + finding)));
    }

    private static bool RefersToRuntime(NativeProgram program) =>
        ProjectFile.Load(program.ProjectPath).Closure()
            .Any(project => project.AssemblyName == RuntimeProject);

    // What the linker misses besides helpers of the runtime.
    private static IEnumerable<string> StillUndefined(ToolFailureException failure) =>
        failure.Output.Split('\n')
            .Where(line => line.Contains(": undefined reference to ", StringComparison.Ordinal)
                && !line.Contains("to `Rh", StringComparison.Ordinal));
}
