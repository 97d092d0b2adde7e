// SPDX-License-Identifier: MIT
using System.ComponentModel;
using Bulkhead.Abi;
using Bulkhead.Host.Simulated;

namespace Bulkhead.Host;

/// <summary>
/// Where the SDK's lowest layer on the host asks for what hypercalls and the machine give on the
/// target. For that layer alone: tests use <see cref="PartitionHost"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelSeam
{
    private static HostKernel Kernel => HostThread.Current.Kernel;

    // The first lines and rows are those of the threads that every partition may have.
    private const uint FirstLine = 2;
    private const uint FirstServerRow = 6;

    /// <summary>Place of the calling thread: 0 for the main thread and declared ones, 1 for the
    /// server thread, then upwards.</summary>
    public static uint ThreadPlace => Identity.Declared > 0 ? 0 : Identity.Number;

    /// <summary>Number of the calling thread's line; declared threads have those that server
    /// threads of other processors have on the target.</summary>
    public static uint ThreadLine =>
        Identity.Declared > 0 ? FirstLine + Identity.Declared : Identity.Number;

    /// <summary>Row of the calling thread: 0 for the main thread, then the declared ones, then
    /// others.</summary>
    public static uint ThreadRow => Identity.Declared > 0 ? Identity.Declared
        : Identity.Number == 0 ? 0 : FirstServerRow + Identity.Number;

    /// <summary>What the SDK keeps of the partition's threads.</summary>
    public static object? ThreadState
    {
        get => Kernel.ThreadState;
        set => Kernel.ThreadState = value;
    }

    private static ThreadIdentity Identity => HostThread.Current.Identity;

    /// <summary>Message page of the calling thread.</summary>
    public static Span<ulong> Utcb => HostThread.Current.Identity.Utcb;

    /// <summary>What the partition is told of itself.</summary>
    public static ref readonly PartitionInfo Info => ref Kernel.Page.Info;

    /// <summary>Reads the counter.</summary>
    /// <returns>Ticks.</returns>
    public static ulong Counter() => Kernel.ReadCounter();

    /// <summary>Calls a portal (<see cref="Hypercall.CallUntil"/>).</summary>
    /// <param name="portal">Selector.</param>
    /// <param name="record">Badge, descriptor and words.</param>
    /// <param name="deadline">In ticks; all ones: for ever.</param>
    /// <returns>The result code.</returns>
    public static ulong Call(ulong portal, Span<ulong> record, ulong deadline) =>
        Kernel.Call(portal, record, deadline).Value;

    /// <summary>Raises a semaphore.</summary>
    /// <param name="selector">Selector.</param>
    /// <returns>The result code.</returns>
    public static ulong SemaphoreUp(ulong selector) => Kernel.SemaphoreUp(selector).Value;

    /// <summary>Waits on a semaphore.</summary>
    /// <param name="selector">Selector.</param>
    /// <param name="deadline">In ticks.</param>
    /// <param name="takesAll">Whether the whole count is taken.</param>
    /// <param name="count">The count taken.</param>
    /// <returns>The result code.</returns>
    public static ResultCode SemaphoreDown(
        ulong selector, ulong deadline, bool takesAll, out ulong count) =>
        Kernel.SemaphoreDown(selector, deadline, takesAll, out count);

    /// <summary>Creates a semaphore.</summary>
    /// <param name="selector">Selector.</param>
    /// <param name="initial">Count in the lower half; the processor in the upper has no meaning
    /// here.</param>
    /// <returns>The result code.</returns>
    public static ulong CreateSemaphore(ulong selector, ulong initial) =>
        SystemSeam.Kernel is SystemSeam.Answer kernel
            ? kernel(Hypercall.CreateSemaphore, [selector, initial])
            : Kernel.CreateSemaphore(selector, (uint)initial).Value;

    /// <summary>Opens an interrupt line.</summary>
    /// <param name="selector">Selector.</param>
    /// <returns>The result code.</returns>
    public static ulong AcknowledgeInterrupt(ulong selector) =>
        Kernel.AcknowledgeInterrupt(selector).Value;

    /// <summary>Lets threads of equal priority run.</summary>
    /// <returns>The result code.</returns>
    public static ulong Yield() => Kernel.Yield().Value;

    /// <summary>Reads a constant of the system that everybody may read.</summary>
    /// <param name="item">Which.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The result code.</returns>
    public static ResultCode SystemInfo(SystemInfoItem item, out ulong value)
    {
        HostKernel kernel = Kernel;
        kernel.Enter();
        value = item switch
        {
            SystemInfoItem.AbiVersion => AbiVersion.Current,
            SystemInfoItem.CounterFrequency => kernel.Clock.Frequency,
            SystemInfoItem.CounterNow => kernel.Clock.Ticks,
            SystemInfoItem.CpuCount => 1,
            _ => 0,
        };
        if (item == SystemInfoItem.FreeTablePages)
            return new ResultCode(Status.BadCapability, Reason.SlotEmpty);
        return item <= SystemInfoItem.CpuCount ? ResultCode.Success
            : new ResultCode(Status.BadParameter, Reason.BadArgument);
    }

    /// <summary>A hypercall on an object that a tested partition cannot have.</summary>
    /// <param name="selector">Selector of the object.</param>
    /// <returns>The kernel's refusal.</returns>
    public static ulong Refuse(ulong selector)
    {
        Kernel.Enter();
        ResultCode code = Kernel.Select(selector, out HostKernel? none);
        return code.Value;
    }

    /// <summary>Starts a further thread of the partition: what an SDK with threads stands
    /// on.</summary>
    /// <param name="number">Its number, 2 to <see cref="NativeLayout.ThreadsMax"/> - 1.</param>
    /// <param name="priority">0 to 255; the main thread has 100.</param>
    /// <param name="body">What it does.</param>
    public static void StartThread(uint number, int priority, Action body) =>
        ProgramThread.Start(Kernel, new ThreadIdentity(number), priority, body);

    /// <summary>Starts a thread that the description declares.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="body">What it does.</param>
    public static void StartDeclared(uint number, Action body)
    {
        HostKernel kernel = Kernel;
        int priority = (int)kernel.Page.Info.Threads[(int)number - 1].Priority;
        ProgramThread.Start(kernel, ThreadIdentity.OfDeclared(number), priority, body);
        kernel.Scheduler.GiveWay();
    }

    /// <summary>The lock in a place; a new one in a partition that has not used it.</summary>
    /// <param name="place">Where it is, or nothing.</param>
    /// <returns>Whether the calling thread has it.</returns>
    public static bool IsLockHeld(ref object? place) => LockAt(ref place).IsHeld;

    /// <summary>Enters a lock when that needs no wait.</summary>
    /// <param name="place">Where it is, or nothing.</param>
    /// <returns>Whether the calling thread is in.</returns>
    public static bool TryEnterLock(ref object? place) => LockAt(ref place).TryEnter();

    /// <summary>Enters a lock, and waits for that.</summary>
    /// <param name="place">Where it is, or nothing.</param>
    /// <param name="deadline">In ticks; all ones: for ever.</param>
    /// <returns>What the target answers.</returns>
    public static ResultCode EnterLock(ref object? place, ulong deadline) =>
        LockAt(ref place).Enter(deadline);

    /// <summary>Leaves a lock.</summary>
    /// <param name="place">Where it is, or nothing.</param>
    /// <returns>False when the calling thread does not have it.</returns>
    public static bool ExitLock(ref object? place) => LockAt(ref place).Exit();

    private static HostLock LockAt(ref object? place)
    {
        HostKernel kernel = Kernel;
        if (place is HostLock known && known.Kernel == kernel) return known;
        HostLock made = new(kernel);
        place = made;
        return made;
    }
}
