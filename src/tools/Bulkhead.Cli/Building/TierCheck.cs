// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;
using Bulkhead.Toolchain;

namespace Bulkhead.Cli.Building;

/// <summary>Holds the tiers that a description states against those of the projects. The project
/// file decides what is linked; the description is the integrator's word.</summary>
public static class TierCheck
{
    /// <summary>Checks every partition that states its tier.</summary>
    /// <param name="model">The description.</param>
    /// <param name="toolchain">Knows the tiers of projects.</param>
    /// <param name="diagnostics">Receives what does not agree.</param>
    public static void Check(
        SystemModel model, ToolchainContext toolchain, DiagnosticBag diagnostics)
    {
        foreach (NativePartitionModel partition in
            model.Partitions.OfType<NativePartitionModel>())
        {
            if (partition.Tier is not TierReference stated) continue;
            var tier = (int)ManagedRuntime.TierOf(toolchain, ProjectFile.Load(partition.Project));
            if (tier == stated.Number) continue;
            diagnostics.Error(DiagnosticId.TierMismatch, stated.Mark,
                $"`tier` of partition `{partition.Name}` is {stated.Number}, its project "
                    + $"{toolchain.Display(partition.Project)} has tier {tier}",
                $"write `tier: {tier}`, or <{ManagedRuntime.TierProperty}>{stated.Number}"
                    + $"</{ManagedRuntime.TierProperty}> in the project, which decides what is "
                    + "linked");
        }
    }
}
