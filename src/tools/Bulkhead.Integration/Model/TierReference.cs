// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>The tier that a description expects of a partition's project.</summary>
/// <param name="Number">0, 1 or 2.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record TierReference(int Number, SourceMark Mark);
