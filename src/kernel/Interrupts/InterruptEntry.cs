// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Interrupts;

/// <summary>Physical interrupts: to the timers, to a bound virtual CPU, to a driver's
/// semaphore.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class InterruptEntry<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Takes and handles the most urgent interrupt; the rest stays pending and traps
    /// again.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Handle(ref KernelState state, ref Cpu cpu)
    {
        uint interrupt = TAsp.Acknowledge();
        if (interrupt >= IInterrupts.InterruptIdsMax) return;
        TAsp.DropPriority(interrupt);
        if (TAsp.HandlePrivate(ref state, ref cpu, interrupt)) return;
        Deliver(ref state, ref cpu, interrupt);
    }

    /// <summary>The hypervisor's timer went off.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    public static void Timer(ref KernelState state, ref Cpu cpu)
    {
        cpu.ArmedTicks = ulong.MaxValue;
        TAsp.ArmTimer(ulong.MaxValue);
        Timers<TAsp>.Expire(ref state, ref cpu);
        cpu.MustDispatch = 1;
    }

    /// <summary>Another CPU has something for this one: the owner of the structure lock wants it
    /// to stand still, or signals were sent.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    public static void Called(ref KernelState state, ref Cpu cpu)
    {
        Standstill<TAsp>.Answer(ref state, ref cpu);
        Signals<TAsp>.Receive(ref state, ref cpu);
    }

    private static void Deliver(ref KernelState state, ref Cpu cpu, uint interrupt)
    {
        for (int index = 0; index < KernelState.InterruptsMax; index++)
        {
            ref InterruptLine line = ref state.Interrupts[index];
            if (line.Header.Kind == Abi.ObjectKind.None || line.Interrupt != interrupt) continue;
            DeliverTo(ref state, ref cpu, ref line);
            return;
        }
        // Nobody owns it: closed for good, so that it cannot storm.
        TAsp.Close(interrupt);
        TAsp.Deactivate(interrupt);
    }

    private static void DeliverTo(ref KernelState state, ref Cpu cpu, ref InterruptLine line)
    {
        if (!line.Vcpu.IsNone)
        {
            ref ExecutionContext context = ref line.Vcpu.In(ref state);
            Injection<TAsp>.PendSeldom(ref state, ref context, line.VirtualInterrupt);
            return;
        }
        // The line stays active, and so quiet, until the driver acknowledges.
        if (line.Semaphore.IsNone) InterruptBinding<TAsp>.End(ref state, ref line);
        else SemaphoreQueue<TAsp>.Raise(ref state, line.Semaphore, ref cpu);
    }
}
