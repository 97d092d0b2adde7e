// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Memory;
using Xunit.Abstractions;

namespace Bulkhead.Kernel.Tests;

/// <summary>Sizes and places that alignment and the budget of kernel memory rely on.</summary>
public class KernelStateTests(ITestOutputHelper output)
{
    private const int MemoryBudget = 1 << 20;
    private const int PageBytes = (int)Limits.PageBytes;

    [Fact]
    public void Pages_are_pages_and_aligned()
    {
        using SimulatedMachine machine = new();
        ref KernelState state = ref machine.State;
        Assert.Equal(PageBytes, Unsafe.SizeOf<SystemConstants>());
        Assert.Equal(PageBytes, Unsafe.SizeOf<TablePage>());
        Assert.Equal(PageBytes, Unsafe.SizeOf<UtcbPage>());
        Assert.Equal(0, FieldOffset.Of(ref state, ref state.Tables) % PageBytes);
        Assert.Equal(0, FieldOffset.Of(ref state, ref state.Utcbs) % PageBytes);
        Assert.Equal(0, FieldOffset.Of(ref state, ref state.System));
    }

    [Fact]
    public void The_state_fits_the_kernels_memory()
    {
        double share = StateBlock.Size * 100.0 / MemoryBudget;
        output.WriteLine($"KernelState: {StateBlock.Size} bytes ({share:f1} % of 1 MiB)");
        Assert.InRange(StateBlock.Size, 1, MemoryBudget);
        Assert.Equal(0, StateBlock.Size % sizeof(ulong));
    }

    [Fact]
    public void A_copy_of_the_state_is_a_snapshot()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore(3);
        byte[] snapshot = kernel.Machine.StateBytes.ToArray();
        kernel.Call(Hypercall.SemaphoreDown, semaphore, 0, 1).Succeeds();
        kernel.CreateDomain();
        snapshot.CopyTo(kernel.Machine.StateBytes);
        kernel.CheckInvariants();
        Assert.Equal(3ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
        Assert.Equal(3ul, kernel.Call(Hypercall.SemaphoreDown, semaphore, 0, 1).Succeeds()[1]);
    }
}
