// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Processors;

/// <summary>A bit for each semaphore whose home is a CPU, and for each of its virtual CPUs, to
/// which another CPU has sent something.</summary>
[InlineArray(Count)]
public struct SignalWords
{
    /// <summary>Words for the semaphores.</summary>
    public const int VcpuWord = (KernelState.SemaphoresMax + 63) / 64;

    /// <summary>Words.</summary>
    public const int Count = VcpuWord + 1;

    private ulong _element;
}
