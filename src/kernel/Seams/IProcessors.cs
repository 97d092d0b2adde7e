// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Seams;

/// <summary>Several CPUs.</summary>
public interface IProcessors
{
    /// <summary>Interrupts a CPU, so that it looks what others want of it; it then calls
    /// <see cref="Interrupts.InterruptEntry{TAsp}.Called"/>. What the caller has written before is
    /// visible to it.</summary>
    /// <param name="cpu">Its number.</param>
    static abstract void Interrupt(uint cpu);

    /// <summary>A moment of waiting for another CPU.</summary>
    static abstract void Relax();

    /// <summary>Brings everything that this CPU's registers hold of contexts back into the kernel's
    /// state, so that another CPU can work on it; what runs next is loaded anew.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">This CPU.</param>
    static abstract void GiveUp(ref KernelState state, ref Scheduling.Cpu cpu);

    /// <summary>Starts a CPU at its first dispatch.</summary>
    /// <param name="cpu">Its number.</param>
    /// <returns>False when there is no such CPU.</returns>
    static abstract bool StartCpu(uint cpu);
}
