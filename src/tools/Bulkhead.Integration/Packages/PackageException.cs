// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Packages;

/// <summary>A package that cannot be had.</summary>
/// <param name="message">What is wrong, one sentence without a full stop.</param>
/// <param name="remedy">What to do, one sentence without a full stop.</param>
public sealed class PackageException(string message, string remedy) : Exception(message)
{
    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}
