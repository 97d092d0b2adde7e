// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>A file of the user's.</summary>
/// <param name="Text">As written in the description.</param>
/// <param name="Mark">Where it is written.</param>
/// <param name="FullPath">Where it was found.</param>
public sealed record FileSource(string Text, SourceMark Mark, string FullPath)
    : PayloadSource(Text, Mark);
