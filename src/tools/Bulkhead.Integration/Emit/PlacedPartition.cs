// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Layout;

namespace Bulkhead.Integration.Emit;

/// <summary>A partition whose bytes have their places in the body.</summary>
/// <param name="Setup">The partition.</param>
/// <param name="Id">Its number.</param>
/// <param name="Segments">Where each segment of its program is.</param>
/// <param name="Payloads">Where each payload of its guest is.</param>
public sealed record PlacedPartition(
    PartitionSetup Setup,
    uint Id,
    IReadOnlyList<BodyBlock> Segments,
    IReadOnlyList<BodyBlock> Payloads);
