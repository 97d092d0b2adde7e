// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>
/// Nothing can run and no interrupt is pending: the processor would stop here. The kernel's state
/// is consistent, and dispatching again goes on where it stopped.
/// </summary>
public sealed class IdleException() : Exception("the processor waits for an interrupt");
