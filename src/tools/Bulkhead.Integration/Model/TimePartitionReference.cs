// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>The time partition that a partition names.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mark">Where the name stands.</param>
public sealed record TimePartitionReference(string Name, SourceMark Mark);
