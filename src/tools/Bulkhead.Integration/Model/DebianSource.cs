// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>A file out of a Debian arm64 package: <c>debian:PACKAGE[/PATH]</c>.</summary>
/// <param name="Text">As written in the description.</param>
/// <param name="Mark">Where it is written.</param>
/// <param name="Package">Package name; a metapackage stands for what it depends on.</param>
/// <param name="PathInPackage">File in the package; empty for the one that its kind
/// implies.</param>
public sealed record DebianSource(
    string Text, SourceMark Mark, string Package, string PathInPackage)
    : PayloadSource(Text, Mark);
