// SPDX-License-Identifier: MIT
namespace Bulkhead.Host.Simulated;

/// <summary>Threads that wait for the same thing; the first that came goes first.</summary>
internal sealed class WaitQueue
{
    private readonly LinkedList<HostThread> _threads = [];

    /// <summary>Whether nobody waits.</summary>
    public bool IsEmpty => _threads.Count == 0;

    /// <summary>The highest priority of those who wait; -1 when nobody does.</summary>
    public int Priority => _threads.Aggregate(
        -1, (most, thread) => Math.Max(most, thread.Priority));

    /// <summary>Puts a thread at the end.</summary>
    /// <param name="thread">The thread.</param>
    public void Add(HostThread thread)
    {
        _threads.AddLast(thread);
        thread.Waiting = this;
    }

    /// <summary>Takes the first thread.</summary>
    /// <returns>The thread; the queue was not empty.</returns>
    public HostThread TakeFirst()
    {
        HostThread thread = _threads.First!.Value;
        Remove(thread);
        return thread;
    }

    /// <summary>Takes a thread out.</summary>
    /// <param name="thread">A thread that waits here.</param>
    public void Remove(HostThread thread)
    {
        _threads.Remove(thread);
        thread.Waiting = null;
    }
}
