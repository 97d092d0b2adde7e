// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>What a thread runs with the argument of <see cref="Thread.Start(object?)"/>.</summary>
public delegate void ParameterizedThreadStart(object? obj);
