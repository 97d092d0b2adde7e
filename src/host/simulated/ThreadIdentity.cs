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

    /// <summary>Its number among the threads that the description declares; 0 for others.</summary>
    public uint Declared => Number < NativeLayout.FirstThread
        ? 0 : (Number - NativeLayout.FirstThread) / 2;

    /// <summary>Who a declared thread is.</summary>
    /// <param name="declared">Its number among them, from 1.</param>
    /// <returns>The identity.</returns>
    public static ThreadIdentity OfDeclared(uint declared) =>
        new(NativeLayout.FirstThread + (2 * declared) + 1);

    /// <summary>The message page.</summary>
    public ulong[] Utcb { get; } = new ulong[MessageDescriptor.WordsMax];
}
