// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.GuestImages;

/// <summary>A guest file that cannot be used.</summary>
/// <param name="message">What is wrong, one sentence without a full stop.</param>
/// <param name="remedy">What to do, one sentence without a full stop.</param>
/// <param name="id">What to report it as.</param>
public sealed class GuestImageException(
    string message, string remedy, string id = DiagnosticId.BadGuestImage) : Exception(message)
{
    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>What to report it as.</summary>
    public string Id { get; } = id;
}
