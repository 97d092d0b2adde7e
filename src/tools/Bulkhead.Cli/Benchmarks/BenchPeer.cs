// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Benchmarks;

/// <summary>What another system costs.</summary>
/// <param name="Name">The system.</param>
/// <param name="Median">Its median.</param>
public sealed record BenchPeer(string Name, decimal Median);
