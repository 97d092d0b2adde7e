// SPDX-License-Identifier: MIT
namespace Bulkhead.Host;

/// <summary>A line that the partition sent to the console.</summary>
/// <param name="Time">When, since the start of the test.</param>
/// <param name="Text">The line without its end.</param>
public sealed record LogLine(TimeSpan Time, string Text);
