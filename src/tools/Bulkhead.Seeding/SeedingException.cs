// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding;

/// <summary>A bug cannot be put into the kernel as it is.</summary>
/// <param name="message">Which, and why.</param>
public sealed class SeedingException(string message) : Exception(message);
