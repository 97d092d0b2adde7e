// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Processors;

/// <summary>
/// What one CPU tells another without waiting for it: a semaphore was raised, interrupts were sent
/// to a virtual CPU. The sender counts in the object, then sets the object's bit with its CPU, and
/// interrupts that CPU when no bit of the word was set; the rest is the other CPU's.
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class Signals<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Raises a semaphore whose home is another CPU. Beyond the greatest count a raise is
    /// lost; the sender cannot be told.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="semaphore">The semaphore.</param>
    /// <returns>True.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Raise(ref KernelState state, ref Semaphore semaphore)
    {
        Interlocked.Increment(ref semaphore.Incoming);
        int index = (int)Link<Semaphore>.To(ref state, ref semaphore).Behind(
            Link<Semaphore>.To(ref state, ref state.Semaphores[0]));
        Send(ref semaphore.Cpu.In(ref state), index / 64, 1ul << (index % 64));
        return true;
    }

    /// <summary>Sends software interrupts to a virtual CPU of another CPU.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU's execution context.</param>
    /// <param name="interrupts">A bit for each of the interrupts 0 to 15.</param>
    public static void Pend(ref KernelState state, ref ExecutionContext context, uint interrupts)
    {
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        Interlocked.Or(ref vcpu.Incoming, interrupts);
        uint index = context.Vcpu.Behind(Link<VirtualCpu>.To(ref state, ref state.Vcpus[0]));
        Send(ref context.Cpu.In(ref state), SignalWords.VcpuWord, 1ul << (int)index);
    }

    /// <summary>Takes whatever other CPUs have sent to this one.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    public static void Receive(ref KernelState state, ref Cpu cpu)
    {
        for (int word = 0; word < SignalWords.Count; word++)
        {
            if (cpu.Signals[word] == 0) continue;
            ulong bits = Interlocked.Exchange(ref cpu.Signals[word], 0);
            for (; bits != 0; bits &= bits - 1)
            {
                int bit = BitOperations.TrailingZeroCount(bits);
                if (word == SignalWords.VcpuWord) TakeInterrupts(ref state, ref state.Vcpus[bit]);
                else TakeRaises(ref state, ref cpu, ref state.Semaphores[(word * 64) + bit]);
            }
        }
    }

    private static void Send(ref Cpu cpu, int word, ulong bit)
    {
        if (Interlocked.Or(ref cpu.Signals[word], bit) == 0) TAsp.Interrupt(cpu.Number);
    }

    // Waiters first, one for each raise; what is left counts.
    private static void TakeRaises(ref KernelState state, ref Cpu cpu, ref Semaphore semaphore)
    {
        Link<Semaphore> link = Link<Semaphore>.To(ref state, ref semaphore);
        uint raises = Interlocked.Exchange(ref semaphore.Incoming, 0);
        for (; raises != 0 && !semaphore.FirstWaiter.IsNone; raises--)
        {
            SemaphoreQueue<TAsp>.Raise(ref state, link, ref cpu);
        }
        semaphore.Count += raises;
        if (semaphore.Count > SemaphoreQueue.CountMax) semaphore.Count = SemaphoreQueue.CountMax;
    }

    private static void TakeInterrupts(ref KernelState state, ref VirtualCpu vcpu)
    {
        uint interrupts = Interlocked.Exchange(ref vcpu.Incoming, 0);
        for (; interrupts != 0; interrupts &= interrupts - 1)
        {
            Injection<TAsp>.PendSeldom(
                ref state, ref vcpu.Context.In(ref state),
                (uint)BitOperations.TrailingZeroCount(interrupts));
        }
    }
}
