// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Description;

/// <summary>A piece of a description as written: what it is and where it stands.</summary>
/// <param name="Mark">Where the piece begins.</param>
public abstract record DescriptionNode(SourceMark Mark)
{
    /// <summary>What a message calls this kind of node.</summary>
    public abstract string KindName { get; }
}
