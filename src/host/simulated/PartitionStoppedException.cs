// SPDX-License-Identifier: MIT
namespace Bulkhead.Host.Simulated;

/// <summary>Unwinds a thread of a program whose test has ended.</summary>
internal sealed class PartitionStoppedException() : Exception("the test has ended");
