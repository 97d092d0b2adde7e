// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>A portal that this partition may call.</summary>
public readonly struct Portal
{
    /// <summary>Its selector.</summary>
    public readonly uint Selector;

    /// <summary>The portal at a selector.</summary>
    /// <param name="selector">The selector.</param>
    public Portal(uint selector) { Selector = selector; }

    // Threads 0 and 1 are the main thread and the server thread on its CPU.
    internal const uint FirstOfOtherCpus = 2;

    private const uint ChannelsMax = 16;

    /// <summary>The console server's, for the calling thread's CPU.</summary>
    public static Portal Console => OfCpu(Selectors.Console, Selectors.CpuConsole);

    /// <summary>This partition's own server thread's.</summary>
    public static Portal Self => new(Selectors.SelfPortal);

    /// <summary>The partition manager's, for the calling thread's CPU.</summary>
    public static Portal Manager => OfCpu(Selectors.Manager, Selectors.CpuManager);

    /// <summary>That of a portal channel of the system description, for the calling thread's
    /// CPU.</summary>
    /// <param name="number">Number among the partition's portal channels, below 16; from server
    /// threads on other CPUs than the partition's own below
    /// <see cref="Selectors.CpuChannelsMax"/>.</param>
    /// <returns>The portal; another number gives one whose calls are refused.</returns>
    public static Portal Channel(uint number)
    {
        uint thread = Native.ThreadPlace();
        bool isOwnCpu = thread < FirstOfOtherCpus;
        uint count = isOwnCpu ? ChannelsMax : Selectors.CpuChannelsMax;
        if (number >= count) return new(Selectors.Null);
        uint first = isOwnCpu
            ? Selectors.Free - ChannelsMax
            : Selectors.CpuChannels + ((thread - FirstOfOtherCpus) * Selectors.CpuChannelsMax);
        return new(first + number);
    }

    private static Portal OfCpu(uint own, uint ofOthers)
    {
        uint thread = Native.ThreadPlace();
        return new(thread < FirstOfOtherCpus ? own : ofOthers + thread - FirstOfOtherCpus);
    }

    /// <summary>Calls it.</summary>
    /// <param name="message">What is sent; the reply afterwards, unless the call is
    /// refused.</param>
    /// <returns>Success, or why not.</returns>
    public ResultCode Call(ref Message message) => Kernel.Call(Selector, ref message);

    /// <summary>Calls it, and waits for the reply no longer than until a deadline.</summary>
    /// <param name="message">What is sent, of which the server sees the deadline as the last word;
    /// the reply afterwards, unless the call is refused.</param>
    /// <param name="deadline">Absolute, in counter ticks.</param>
    /// <returns>Success, or why not; <see cref="Status.Timeout"/> when the deadline
    /// passed.</returns>
    public ResultCode Call(ref Message message, ulong deadline) =>
        Kernel.Call(Selector, ref message, deadline);

    /// <summary>Calls it with one word.</summary>
    /// <param name="label">Operation.</param>
    /// <param name="word">Word 0.</param>
    /// <returns>The reply's word 0.</returns>
    public CallResult Call(uint label, ulong word) => Kernel.Call(Selector, label, word);
}
