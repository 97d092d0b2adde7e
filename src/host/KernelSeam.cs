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

    /// <summary>Number of the calling thread.</summary>
    public static uint ThreadNumber => HostThread.Current.Identity.Number;

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
        Kernel.CreateSemaphore(selector, (uint)initial).Value;

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
}
