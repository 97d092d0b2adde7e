// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>Everything that goes into a bootable file.</summary>
/// <param name="Model">What the description says.</param>
/// <param name="Kernel">The kernel.</param>
/// <param name="Manager">The partition manager's program.</param>
/// <param name="Partitions">The partitions in the order of the model.</param>
public sealed record SystemSetup(
    SystemModel Model,
    KernelImage Kernel,
    ProgramImage Manager,
    IReadOnlyList<PartitionSetup> Partitions);
