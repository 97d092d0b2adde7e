// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>A partition with everything that goes into a system image.</summary>
/// <param name="Model">What the description says.</param>
/// <param name="Program">Its program, or the monitor of a virtual machine.</param>
/// <param name="Guest">The guest, or null for a native partition.</param>
public sealed record PartitionSetup(
    PartitionModel Model, ProgramImage Program, GuestSetup? Guest);
