// SPDX-License-Identifier: MIT
using System.ComponentModel;
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Host.Simulated;

namespace Bulkhead.Host;

/// <summary>
/// Where the program's threads, locks and events ask for what the kernel and the other threads give
/// on the target. For <c>Bulkhead.Host.Threading</c> alone.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ThreadSeam
{
    private static HostKernel Kernel => HostThread.Current.Kernel;

    /// <summary>Enters an object's lock when that needs no wait.</summary>
    /// <param name="target">The object.</param>
    /// <returns>Whether the calling thread is in.</returns>
    public static bool TryEnter(object target)
    {
        Kernel.Enter();
        return Kernel.Locks.Of(target).TryEnter();
    }

    /// <summary>Enters an object's lock.</summary>
    /// <param name="target">The object.</param>
    /// <param name="deadline">In ticks; 0: does not wait; all ones: for ever.</param>
    /// <returns>False when the deadline passed before.</returns>
    /// <exception cref="InvalidOperationException">Who has it waits for the calling
    /// thread.</exception>
    public static bool Enter(object target, ulong deadline)
    {
        ResultCode code = Kernel.Locks.Of(target).Enter(deadline);
        return code.Reason != Reason.CallCycle ? code.IsSuccess
            : throw new InvalidOperationException(
                "Deadlock: two threads or more wait for each other's locks.");
    }

    /// <summary>Leaves an object's lock.</summary>
    /// <param name="target">The object.</param>
    /// <returns>False when the calling thread does not have it.</returns>
    public static bool Exit(object target) => Kernel.Locks.Of(target).Exit();

    /// <summary>Whether the calling thread has an object's lock.</summary>
    /// <param name="target">The object.</param>
    /// <returns>True when it has.</returns>
    public static bool IsEntered(object target) => Kernel.Locks.Of(target).IsHeld;

    /// <summary>Leaves a lock, waits for a pulse, and enters again.</summary>
    /// <param name="target">The object whose lock it is.</param>
    /// <param name="key">What is waited for.</param>
    /// <param name="deadline">In ticks; all ones: for ever.</param>
    /// <returns>False when the deadline passed before a pulse.</returns>
    public static bool Wait(object target, object key, ulong deadline)
    {
        HostKernel kernel = Kernel;
        HostLock held = kernel.Locks.Of(target);
        // In line before the lock is free, as whoever pulses may be more urgent.
        return held.WaitOutside(() =>
            deadline > kernel.Clock.Ticks
                && kernel.Scheduler.Wait(kernel.Locks.WaitersOf(key), deadline));
    }

    /// <summary>Ends waits for a key.</summary>
    /// <param name="key">What is waited for.</param>
    /// <param name="all">Whether all of them, or the first.</param>
    public static void Pulse(object key, bool all)
    {
        HostKernel kernel = Kernel;
        kernel.Enter();
        WaitQueue waiters = kernel.Locks.WaitersOf(key);
        while (!waiters.IsEmpty)
        {
            kernel.Scheduler.Wake(waiters);
            if (!all) break;
        }
    }

    /// <summary>Sleeps.</summary>
    /// <param name="deadline">In ticks; all ones: for ever.</param>
    public static void Sleep(ulong deadline)
    {
        HostKernel kernel = Kernel;
        kernel.Enter();
        if (deadline > kernel.Clock.Ticks) kernel.Scheduler.Wait(new WaitQueue(), deadline);
    }

    /// <summary>A number for a thread that has not begun.</summary>
    /// <returns>A number that no thread of the host has.</returns>
    public static int NewId() => Kernel.Locks.NewId();

    /// <summary>Takes a declared thread that is free.</summary>
    /// <param name="name">Its name; null: the first.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="InvalidOperationException">There is none, or it runs.</exception>
    public static uint Claim(string? name)
    {
        HostKernel kernel = Kernel;
        kernel.Enter();
        uint count = kernel.Page.Info.ThreadCount;
        bool isKnown = false;
        for (uint number = 1; number <= count; number++)
        {
            if (name is not null && NameOf(kernel, number) != name) continue;
            isKnown = true;
            if (kernel.Locks.TryClaim(number)) return number;
        }

        throw new InvalidOperationException(name is null || !isKnown
            ? $"The test declares no thread{(name is null ? "" : $" '{name}'")} that is free. "
                + "Call PartitionHost.AddThread before the start, and write in the system "
                + $"description: threads: [ {{ name: {name ?? "worker"}, priority: 50 }} ]"
            : $"The thread '{name}' runs already: each declared thread runs once at a time.");
    }

    /// <summary>Starts a declared thread.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="body">What it does.</param>
    public static void Start(uint number, Action body) => KernelSeam.StartDeclared(number, body);

    /// <summary>A declared thread is free again.</summary>
    /// <param name="number">Its number.</param>
    public static void Release(uint number) => Kernel.Locks.Release(number);

    /// <summary>Whether a declared thread waits.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>True when it does.</returns>
    public static bool IsWaiting(uint number)
    {
        Kernel.Enter();
        return Kernel.Scheduler.IsWaiting(number);
    }

    /// <summary>How much more urgent a thread is than the main thread.</summary>
    /// <param name="number">Number of a declared thread; 0: look for its name.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The difference of the priorities.</returns>
    public static int PriorityBesideMain(uint number, string? name)
    {
        HostKernel kernel = Kernel;
        for (uint other = 1; number == 0 && other <= kernel.Page.Info.ThreadCount; other++)
        {
            if (name is not null && NameOf(kernel, other) == name) number = other;
        }

        return number == 0 ? 0 : (int)kernel.Page.Info.Threads[(int)number - 1].Priority
            - (int)kernel.Page.Info.Priority;
    }

    private static string NameOf(HostKernel kernel, uint number)
    {
        PartitionName name = kernel.Page.Info.Threads[(int)number - 1].Name;
        return Encoding.ASCII.GetString(((ReadOnlySpan<byte>)name)[..name.Length]);
    }
}
