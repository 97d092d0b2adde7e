// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bulkhead.Abi;
using Bulkhead.Host;

namespace Bulkhead.Native;

/// <summary>What is assembly on the target, over the simulated kernel.</summary>
// SAFETY: Copy64 and Clear64 get ranges that MemoryWindow has checked, of memory that is pinned.
internal static unsafe class Native
{
    private const ulong Forever = ulong.MaxValue;

    internal static Span<byte> BytesOf(ref MessageWords words) =>
        MemoryMarshal.AsBytes((Span<ulong>)words);

    internal static Span<ulong> UtcbWords() => KernelSeam.Utcb;

    internal static Span<byte> AsBytes(Span<ulong> words) => MemoryMarshal.AsBytes(words);

    internal static uint ThreadPlace() => KernelSeam.ThreadPlace;

    internal static ref ConsoleWriter LineOf(ref ConsoleWriter lines) =>
        ref Unsafe.Add(ref lines, (int)KernelSeam.ThreadLine);

    internal static ref readonly PartitionInfo Info() => ref KernelSeam.Info;

    internal static ulong Call(uint portal, ref Message message) =>
        KernelSeam.Call(portal, RecordOf(ref message), Forever);

    internal static ulong CallUntil(uint portal, ref Message message, ulong deadline)
    {
        // As the hypercall has it, the deadline is the last word.
        message.Words[Limits.InlineWords - 1] = deadline;
        return KernelSeam.Call(portal, RecordOf(ref message), deadline);
    }

    internal static CallResult CallWord(ulong portal, ulong descriptor, ulong word)
    {
        var message = new Message { Descriptor = new MessageDescriptor(descriptor) };
        message.Words[0] = word;
        ulong code = KernelSeam.Call(portal, RecordOf(ref message), Forever);
        return new CallResult(new ResultCode(code), message.Words[0]);
    }

    internal static ulong SemaphoreUp(ulong selector) => KernelSeam.SemaphoreUp(selector);

    internal static CallResult SemaphoreDown(ulong selector, ulong deadline, ulong all)
    {
        ResultCode code = KernelSeam.SemaphoreDown(selector, deadline, all != 0, out ulong count);
        return new CallResult(code, count);
    }

    internal static ulong CreateSemaphore(ulong selector, ulong initial) =>
        KernelSeam.CreateSemaphore(selector, initial);

    internal static ulong AcknowledgeInterrupt(ulong interrupt) =>
        KernelSeam.AcknowledgeInterrupt(interrupt);

    internal static ulong Yield() => KernelSeam.Yield();

    internal static ulong Counter() => KernelSeam.Counter();

    internal static CallResult SystemInfo(ulong item, ulong system)
    {
        ResultCode code = KernelSeam.SystemInfo((SystemInfoItem)item, out ulong value);
        return new CallResult(code, value);
    }

    // The host keeps its caches in step by itself.
    internal static void Clean(ulong address, ulong bytes)
    {
    }

    internal static void InvalidateInstructions(ulong address, ulong bytes)
    {
    }

    internal static void Copy64(void* destination, void* source, ulong bytes) =>
        Buffer.MemoryCopy(source, destination, bytes, bytes);

    internal static void Clear64(void* destination, ulong bytes) =>
        NativeMemory.Clear(destination, (nuint)bytes);

    // The rest is for managers, monitors and whoever has rights to the system. A partition of a
    // test has none of these capabilities, and gets the kernel's refusal; unless the test has a
    // kernel of its own.
    internal static ulong ConsoleWrite(uint system, ref Message message) =>
        KernelSeam.Refuse(system);

    internal static ulong CreateDomain(ulong selector, ulong payer, ulong quota) =>
        Ask(Hypercall.CreateDomain, payer, selector, payer, quota);

    internal static ulong CreateThread(
        ulong selector, ulong domain, ulong utcb, ulong stackTop, ulong entry, ulong argument,
        ulong faultPortal, ulong tag) =>
        Ask(
            Hypercall.CreateThread, (uint)domain, selector, domain, utcb, stackTop, entry, argument,
            faultPortal, tag);

    internal static ulong CreateVcpu(
        ulong selector, ulong domain, ulong firstPortal, ulong number) =>
        Ask(Hypercall.CreateVcpu, (uint)domain, selector, domain, firstPortal, number);

    internal static ulong CreateSchedulingContext(
        ulong selector, ulong context, ulong priority, ulong budget, ulong period,
        ulong timePartition, ulong overrun) =>
        Ask(
            Hypercall.CreateSchedulingContext, context, selector, context, priority, budget, period,
            timePartition, overrun);

    internal static ulong CreatePortal(
        ulong selector, ulong server, ulong entry, ulong badge, ulong groups) =>
        Ask(Hypercall.CreatePortal, server, selector, server, entry, badge, groups);

    internal static ulong CreateSegment(
        ulong selector, ulong source, ulong offset, ulong bytes, ulong rights) =>
        Ask(Hypercall.CreateSegment, source, selector, source, offset, bytes, rights);

    internal static ulong Delegate(ulong source, ulong domain, ulong target, ulong rights) =>
        Ask(Hypercall.Delegate, domain == 0 ? source : domain, source, domain, target, rights);

    internal static ulong Revoke(ulong selector, ulong self) =>
        Ask(Hypercall.Revoke, selector, selector, self);

    internal static ulong Discard(ulong selector) =>
        Ask(Hypercall.Discard, selector, selector);

    internal static ulong Map(
        ulong domain, ulong segment, ulong offset, ulong address, ulong bytes, ulong access) =>
        Ask(Hypercall.Map, domain, domain, segment, offset, address, bytes, access);

    internal static ulong Unmap(ulong domain, ulong address, ulong bytes) =>
        Ask(Hypercall.Unmap, domain, domain, address, bytes);

    internal static ulong BindInterrupt(ulong interrupt, ulong semaphore) =>
        Ask(Hypercall.BindInterrupt, interrupt, interrupt, semaphore);

    internal static ulong BindInterruptToVcpu(ulong interrupt, ulong vcpu, ulong virtualId) =>
        Ask(Hypercall.BindInterruptToVcpu, vcpu, interrupt, vcpu, virtualId);

    internal static CallResult VirtualInterrupt(ulong vcpu, ulong request) => NoResult(vcpu);

    internal static ulong Recall(ulong vcpu) => Ask(Hypercall.Recall, vcpu, vcpu);

    internal static ulong Stop(ulong context) => Ask(Hypercall.Stop, context, context);

    internal static CallResult ConsumedTime(ulong schedulingContext) =>
        NoResult(schedulingContext);

    internal static CallResult OverrunCount(ulong schedulingContext) =>
        NoResult(schedulingContext);

    internal static ulong AddWindow(
        ulong system, ulong schedule, ulong cpu, ulong timePartition, ulong duration,
        ulong flags) =>
        Ask(
            Hypercall.AddWindow, system, system, schedule, cpu, timePartition, duration, flags);

    internal static ulong SwitchSchedule(
        ulong system, ulong schedule, ulong semaphore, ulong beginTicks) =>
        Ask(Hypercall.SwitchSchedule, system, system, schedule, semaphore, beginTicks);

    internal static ulong Shutdown(ulong system, ulong how) =>
        Ask(Hypercall.Shutdown, system, system, how);

    private static ulong Ask(
        Hypercall call, ulong needed, params ReadOnlySpan<ulong> arguments) =>
        SystemSeam.Ask(call, needed, arguments);

    private static CallResult NoResult(ulong selector) =>
        new(new ResultCode(KernelSeam.Refuse(selector)), 0);

    private static Span<ulong> RecordOf(ref Message message) =>
        MemoryMarshal.Cast<Message, ulong>(MemoryMarshal.CreateSpan(ref message, 1));
}
