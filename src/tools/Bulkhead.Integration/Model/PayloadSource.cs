// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>Where the bytes of a guest file come from.</summary>
/// <param name="Text">As written in the description.</param>
/// <param name="Mark">Where it is written.</param>
public abstract record PayloadSource(string Text, SourceMark Mark);
