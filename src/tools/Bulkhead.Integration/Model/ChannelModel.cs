// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>One direction of communication between two partitions.</summary>
/// <param name="Mark">Where it stands in the description.</param>
/// <param name="FromIndex">Index of the sender in the model's partitions.</param>
/// <param name="ToIndex">Index of the receiver.</param>
/// <param name="Stream">What flows.</param>
public sealed record ChannelModel(
    SourceMark Mark, int FromIndex, int ToIndex, StreamKind Stream);
