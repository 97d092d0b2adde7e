// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>A guest program that is compiled from a C# project: <c>project:PATH</c>.</summary>
/// <param name="Text">As written in the description.</param>
/// <param name="Mark">Where it is written.</param>
/// <param name="Project">Full path of the project file.</param>
public sealed record ProjectSource(string Text, SourceMark Mark, string Project)
    : PayloadSource(Text, Mark);
