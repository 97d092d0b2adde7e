// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Host.Simulated;

/// <summary>What a thread of a partition is to its program: a number and a message page.</summary>
/// <param name="number">Number of the thread (<see cref="NativeLayout.Utcb"/>).</param>
internal sealed class ThreadIdentity(uint number)
{
    /// <summary>Number of the main thread.</summary>
    public const uint Main = 0;

    /// <summary>Number of the server thread.</summary>
    public const uint Server = 1;

    /// <summary>The first number that further threads have.</summary>
    public const uint Further = 2;

    /// <summary>Number.</summary>
    public uint Number { get; } = number;

    /// <summary>The message page.</summary>
    public ulong[] Utcb { get; } = new ulong[MessageDescriptor.WordsMax];
}
