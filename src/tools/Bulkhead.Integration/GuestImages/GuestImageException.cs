// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.GuestImages;

/// <summary>A guest file that cannot be used.</summary>
/// <param name="message">What is wrong, one sentence without a full stop.</param>
/// <param name="remedy">What to do, one sentence without a full stop.</param>
public sealed class GuestImageException(string message, string remedy) : Exception(message)
{
    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}
