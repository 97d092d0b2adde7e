// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>The assembly stubs and the few pointers behind the safe interface.</summary>
internal static unsafe class Native
{
    /// <summary>The words of a message as bytes.</summary>
    internal static Span<byte> BytesOf(ref MessageWords words) =>
        MemoryMarshal.CreateSpan(
            ref Unsafe.As<MessageWords, byte>(ref words), Limits.InlineWords * sizeof(ulong));

    /// <summary>The calling thread's UTCB page.</summary>
    internal static Span<ulong> UtcbWords() => new(UtcbPage(), (int)MessageDescriptor.WordsMax);

    /// <summary>Words as bytes in memory order.</summary>
    internal static Span<byte> AsBytes(Span<ulong> words) => MemoryMarshal.AsBytes(words);

    /// <summary>Place of the calling thread: 0 for the main thread and others on its CPU, 1 for the
    /// server thread there, 2 + n for threads on another CPU n.</summary>
    [RuntimeImport("bulkhead_thread_place")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern uint ThreadPlace();

    /// <summary>The calling thread's line.</summary>
    /// <param name="lines">The first of the lines by place; threads of the program's own have
    /// others.</param>
    internal static ref ConsoleWriter LineOf(ref ConsoleWriter lines) =>
        // SAFETY: the table is static and has a line for each place.
        ref *(ConsoleWriter*)LogLine(Unsafe.AsPointer(ref lines));

    [RuntimeImport("bulkhead_log_line")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void* LogLine(void* lines);

    /// <summary>The page that the manager filled for this partition.</summary>
    internal static ref readonly PartitionInfo Info() =>
        ref *(PartitionInfo*)NativeLayout.PartitionInfo;

    /// <summary>Calls a portal; the reply replaces the message unless the call is
    /// refused.</summary>
    internal static ulong Call(uint portal, ref Message message)
    {
        // A message lives on a stack or in a static: nothing moves it.
        return CallMessage(portal, (Message*)Unsafe.AsPointer(ref message));
    }

    /// <summary>Writes to the boot console; the descriptor is the byte count.</summary>
    internal static ulong ConsoleWrite(uint system, ref Message message) =>
        ConsoleWriteMessage(system, (Message*)Unsafe.AsPointer(ref message));

    [RuntimeImport("bulkhead_call")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong CallMessage(ulong portal, Message* message);

    /// <summary>Calls a portal until a deadline; the reply replaces the message unless the call is
    /// refused.</summary>
    internal static ulong CallUntil(uint portal, ref Message message, ulong deadline)
    {
        // The caller's message stays where it is: it is on the stack or a static field.
        return CallMessageUntil(portal, (Message*)Unsafe.AsPointer(ref message), deadline);
    }

    [RuntimeImport("bulkhead_call_until")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong CallMessageUntil(ulong portal, Message* message, ulong deadline);

    [RuntimeImport("bulkhead_console_write")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ConsoleWriteMessage(ulong system, Message* message);

    [RuntimeImport("bulkhead_utcb")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void* UtcbPage();

    [RuntimeImport("bulkhead_call_word")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult CallWord(ulong portal, ulong descriptor, ulong word);

    [RuntimeImport("bulkhead_semaphore_up")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong SemaphoreUp(ulong selector);

    [RuntimeImport("bulkhead_semaphore_down")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult SemaphoreDown(ulong selector, ulong deadline, ulong all);

    [RuntimeImport("bulkhead_yield")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Yield();

    [RuntimeImport("bulkhead_system_info")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult SystemInfo(ulong item, ulong system);

    [RuntimeImport("bulkhead_create_domain")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong CreateDomain(ulong selector, ulong payer, ulong quota);

    [RuntimeImport("bulkhead_create_thread")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong CreateThread(
        ulong selector, ulong domain, ulong utcb, ulong stackTop, ulong entry, ulong argument,
        ulong faultPortal, ulong tag);

    [RuntimeImport("bulkhead_create_vcpu")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong CreateVcpu(
        ulong selector, ulong domain, ulong firstPortal, ulong number);

    [RuntimeImport("bulkhead_create_scheduling_context")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong CreateSchedulingContext(
        ulong selector, ulong context, ulong priority, ulong budget, ulong period,
        ulong timePartition, ulong overrun);

    [RuntimeImport("bulkhead_create_portal")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong CreatePortal(
        ulong selector, ulong server, ulong entry, ulong badge, ulong groups);

    [RuntimeImport("bulkhead_create_semaphore")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong CreateSemaphore(ulong selector, ulong initial);

    [RuntimeImport("bulkhead_create_segment")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong CreateSegment(
        ulong selector, ulong source, ulong offset, ulong bytes, ulong rights);

    [RuntimeImport("bulkhead_delegate")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Delegate(
        ulong source, ulong domain, ulong target, ulong rights);

    [RuntimeImport("bulkhead_revoke")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Revoke(ulong selector, ulong self);

    [RuntimeImport("bulkhead_discard")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Discard(ulong selector);

    [RuntimeImport("bulkhead_map")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Map(
        ulong domain, ulong segment, ulong offset, ulong address, ulong bytes, ulong access);

    [RuntimeImport("bulkhead_unmap")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Unmap(ulong domain, ulong address, ulong bytes);

    [RuntimeImport("bulkhead_bind_interrupt")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong BindInterrupt(ulong interrupt, ulong semaphore);

    [RuntimeImport("bulkhead_bind_interrupt_to_vcpu")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong BindInterruptToVcpu(ulong interrupt, ulong vcpu, ulong virtualId);

    [RuntimeImport("bulkhead_acknowledge_interrupt")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong AcknowledgeInterrupt(ulong interrupt);

    [RuntimeImport("bulkhead_virtual_interrupt")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult VirtualInterrupt(ulong vcpu, ulong request);

    [RuntimeImport("bulkhead_recall")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Recall(ulong vcpu);

    [RuntimeImport("bulkhead_stop")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Stop(ulong context);

    [RuntimeImport("bulkhead_consumed_time")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult ConsumedTime(ulong schedulingContext);

    [RuntimeImport("bulkhead_overrun_count")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult OverrunCount(ulong schedulingContext);

    [RuntimeImport("bulkhead_add_window")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong AddWindow(
        ulong system, ulong schedule, ulong cpu, ulong timePartition, ulong duration, ulong flags);

    [RuntimeImport("bulkhead_switch_schedule")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong SwitchSchedule(
        ulong system, ulong schedule, ulong semaphore, ulong beginTicks);

    [RuntimeImport("bulkhead_shutdown")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Shutdown(ulong system, ulong how);

    [RuntimeImport("bulkhead_counter")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Counter();

    [RuntimeImport("bulkhead_clean")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Clean(ulong address, ulong bytes);

    [RuntimeImport("bulkhead_invalidate_instructions")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void InvalidateInstructions(ulong address, ulong bytes);

    [RuntimeImport("bulkhead_copy64")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Copy64(void* destination, void* source, ulong bytes);

    [RuntimeImport("bulkhead_clear64")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Clear64(void* destination, ulong bytes);
}
