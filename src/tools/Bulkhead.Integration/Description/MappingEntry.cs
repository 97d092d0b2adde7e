// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Description;

/// <summary>One key of a mapping with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyMark">Where the key stands.</param>
/// <param name="Value">The value.</param>
public sealed record MappingEntry(string Key, SourceMark KeyMark, DescriptionNode Value);
