// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Interrupts;

namespace Bulkhead.Kernel.Objects;

/// <summary>The end of kernel objects. When an object's first capability is gone, no capability
/// names it any more.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class Destruction<TAsp> where TAsp : struct, IAsp
{
    /// <summary>One step of what is done before an object ends.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="link">The object, whose first capability is about to go.</param>
    /// <returns>Whether nothing is left to do before.</returns>
    internal static bool Prepare(ref KernelState state, ObjectKind kind, Link<ObjectHeader> link)
    {
        if (kind == ObjectKind.Semaphore
            && link.Reinterpret<Semaphore>().In(ref state).BoundCount != 0)
        {
            return !Unbind(ref state, link);
        }
        if (kind != ObjectKind.ExecutionContext) return true;
        ref ExecutionContext context = ref link.Reinterpret<ExecutionContext>().In(ref state);
        Standstill<TAsp>.Hold(ref state, context.Cpu);
        bool isRunning = context.State != ContextState.Off;
        if (isRunning) ContextLifecycle<TAsp>.Stop(ref state, ref context);
        if (isRunning || (context.IsVcpu && Unbind(ref state, link))) return false;
        if (context.Utcb.IsNone) return true;
        ReleaseUtcb(ref state, ref context);
        return false;
    }

    /// <summary>Ends an object.</summary>
    internal static void Destroy(ref KernelState state, ObjectKind kind, Link<ObjectHeader> link)
    {
        switch (kind)
        {
            case ObjectKind.ExecutionContext:
                EndContext(ref state, ref link.Reinterpret<ExecutionContext>().In(ref state));
                break;
            case ObjectKind.SchedulingContext:
                EndScheduling(ref state, link.Reinterpret<SchedulingContext>());
                break;
            case ObjectKind.Semaphore:
                EndSemaphore(ref state, link.Reinterpret<Semaphore>());
                break;
            case ObjectKind.Interrupt:
                InterruptBinding<TAsp>.End(
                    ref state, ref link.Reinterpret<InterruptLine>().In(ref state));
                break;
            case ObjectKind.ProtectionDomain:
                link.Reinterpret<ProtectionDomain>().In(ref state).Dying = DyingPhase.Stopping;
                state.DyingCount++;
                break;
            case ObjectKind.Portal:
                // A guest's exits and a thread's faults lead to it without a capability.
                // The key of a server names its CPU.
                Standstill<TAsp>.HoldAll(
                    ref state,
                    1u << ((ushort)link.Reinterpret<Portal>().In(ref state).ServerKey - 1));
                break;
            default:
                break;
        }
        Quota.Release(ref state, ref link.In(ref state));
    }

    /// <summary>Frees a dying domain whose space is empty and whose contexts are gone.</summary>
    internal static void FinishDomain(ref KernelState state, ref ProtectionDomain domain)
    {
        if (!domain.RootTable.IsNone)
        {
            // A CPU that idles since it ran there must not walk ahead in what the page becomes.
            Standstill<TAsp>.HoldAll(ref state, domain.CpuMask);
            TableAllocator.Free(ref state, TableAllocator.IndexOf(ref state, domain.RootTable));
        }
        uint generation = domain.Header.Generation;
        state.DyingCount--;
        domain = default;
        domain.Header.Generation = generation;
    }

    private static void EndContext(ref KernelState state, ref ExecutionContext context)
    {
        // A virtual CPU's siblings on other CPUs may be sending to it.
        Standstill<TAsp>.HoldAll(ref state, context.Domain.In(ref state).CpuMask);
        TAsp.Forget(ref state, ref context);
        if (!context.Scheduling.IsNone)
        {
            Scheduler<TAsp>.Withdraw(ref state, ref context.Cpu.In(ref state), context.Scheduling);
            context.Scheduling.In(ref state).Home = default;
        }
        if (context.IsVcpu) context.Vcpu.In(ref state) = default;
        ulong key = context.Key;
        uint generation = context.Header.Generation;
        Link<ProtectionDomain> payer = context.Header.Payer;
        context = default;
        context.Header.Generation = generation;
        context.Header.Payer = payer;
        context.Key = key + (1ul << 16);
    }

    private static void ReleaseUtcb(ref KernelState state, ref ExecutionContext context)
    {
        Link<Mapping> mapping = Mappings<TAsp>.Find(
            ref state, context.Domain, context.UtcbAddress, Limits.PageBytes);
        if (!mapping.IsNone && !Mappings<TAsp>.Remove(ref state, mapping)) return;
        uint first = Link<UtcbPage>.To(ref state, ref state.Utcbs[0]).Offset;
        state.UtcbOwners[(int)((context.Utcb.Offset - first) / Limits.PageBytes)] = default;
        context.Utcb.In(ref state) = default;
        context.Utcb = default;
    }

    // Ends one way of an interrupt to a semaphore or virtual CPU, if there is any.
    private static bool Unbind(ref KernelState state, Link<ObjectHeader> target)
    {
        for (int index = 0; index < KernelState.InterruptsMax; index++)
        {
            ref InterruptLine line = ref state.Interrupts[index];
            if (line.Vcpu.Offset != target.Offset
                && line.Semaphore.Offset != target.Offset) continue;
            InterruptBinding<TAsp>.End(ref state, ref line);
            return true;
        }
        return false;
    }

    private static void EndScheduling(ref KernelState state, Link<SchedulingContext> link)
    {
        ref SchedulingContext entry = ref link.In(ref state);
        if (!entry.Home.IsNone)
        {
            ref ExecutionContext home = ref entry.Home.In(ref state);
            Standstill<TAsp>.Hold(ref state, home.Cpu);
            Scheduler<TAsp>.Withdraw(ref state, ref home.Cpu.In(ref state), link);
            home.Scheduling = default;
        }
        entry.Home = default;
        Unbind(ref state, ref entry);
    }

    private static void Unbind(ref KernelState state, ref SchedulingContext entry)
    {
        if (!entry.Overrun.IsNone) entry.Overrun.In(ref state).BoundCount--;
        entry.Overrun = default;
    }

    private static void EndSemaphore(ref KernelState state, Link<Semaphore> link)
    {
        ref Semaphore semaphore = ref link.In(ref state);
        Standstill<TAsp>.Hold(ref state, semaphore.Cpu);
        SemaphoreQueue<TAsp>.Abort(ref state, ref semaphore);
        semaphore.Incoming = 0;
        if (state.ScheduleSemaphore == link)
        {
            Standstill<TAsp>.HoldAll(ref state, 1); // CPU 0 raises it
            state.ScheduleSemaphore = default;
        }
        if (semaphore.BoundCount == 0) return;
        Standstill<TAsp>.HoldAll(ref state, uint.MaxValue); // those that pay raise it
        for (int index = 0; index < KernelState.SchedulingContextsMax; index++)
        {
            ref SchedulingContext entry = ref state.SchedulingContexts[index];
            if (entry.Overrun == link) Unbind(ref state, ref entry);
        }
    }
}
