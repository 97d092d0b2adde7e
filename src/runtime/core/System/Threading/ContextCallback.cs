// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>What runs in an <see cref="ExecutionContext"/>.</summary>
public delegate void ContextCallback(object? state);
