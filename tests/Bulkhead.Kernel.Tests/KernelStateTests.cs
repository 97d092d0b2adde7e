// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Xunit.Abstractions;

namespace Bulkhead.Kernel.Tests;

/// <summary>Offsets and sizes that assembly, alignment and the budget of kernel memory rely on.</summary>
public class KernelStateTests(ITestOutputHelper output)
{
    private const int MemoryBudget = 1 << 20;

    [Fact]
    public void Entry_code_finds_frame_and_controls_of_a_context()
    {
        ExecutionContext context = default;
        Assert.Equal(0, Offset(ref context, ref context.Header));
        Assert.Equal(16, Offset(ref context, ref context.Frame));
        Assert.Equal(304, Offset(ref context, ref context.Controls));
        Assert.Equal(304, Offset(ref context, ref context.Controls.TranslationRoot));
        Assert.Equal(312, Offset(ref context, ref context.Controls.Traps));
        Assert.Equal(320, Offset(ref context, ref context.Controls.Mode));
        Assert.Equal(328, Offset(ref context, ref context.Controls.StackTop));
        Assert.Equal(36 * sizeof(ulong), Unsafe.SizeOf<RegisterFrame>());
        Assert.Equal(31, RegisterFrame.StackPointer);
        Assert.Equal(32, RegisterFrame.ProgramCounter);
        Assert.Equal(33, RegisterFrame.ProcessorState);
        Assert.Equal(34, RegisterFrame.ThreadPointer);
    }

    [Fact]
    public void Entry_code_finds_entry_and_badge_of_a_portal()
    {
        Portal portal = default;
        Assert.Equal(16, Offset(ref portal, ref portal.Entry));
        Assert.Equal(24, Offset(ref portal, ref portal.Badge));
    }

    [Fact]
    public void Objects_begin_with_their_header()
    {
        Assert.Equal(16, Unsafe.SizeOf<ObjectHeader>());
        ProtectionDomain domain = default;
        MemorySegment segment = default;
        SchedulingContext scheduling = default;
        Semaphore semaphore = default;
        InterruptLine line = default;
        Assert.Equal(0, Offset(ref domain, ref domain.Header));
        Assert.Equal(0, Offset(ref segment, ref segment.Header));
        Assert.Equal(0, Offset(ref scheduling, ref scheduling.Header));
        Assert.Equal(0, Offset(ref semaphore, ref semaphore.Header));
        Assert.Equal(0, Offset(ref line, ref line.Header));
    }

    [Fact]
    public void A_capability_is_one_shift_away()
    {
        Assert.Equal(32, Unsafe.SizeOf<Capability>());
        Assert.Equal(32 * Limits.SelectorsMax, Unsafe.SizeOf<CapabilitySlots>());
    }

    [Fact]
    public void Pages_are_pages_and_aligned()
    {
        using SimulatedMachine machine = new();
        ref KernelState state = ref machine.State;
        Assert.Equal(4096, Unsafe.SizeOf<SystemConstants>());
        Assert.Equal(4096, Unsafe.SizeOf<TablePage>());
        Assert.Equal(4096, Unsafe.SizeOf<UtcbPage>());
        Assert.Equal(0, Offset(ref state, ref state.Tables) % 4096);
        Assert.Equal(0, Offset(ref state, ref state.Utcbs) % 4096);
        Assert.Equal(0, Offset(ref state, ref state.System));
    }

    [Fact]
    public void The_state_fits_the_kernels_memory()
    {
        output.WriteLine($"KernelState: {StateBlock.Size} bytes ({StateBlock.Size * 100.0 / MemoryBudget:f1} % of 1 MiB)");
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

    private static int Offset<TWhole, TField>(ref TWhole whole, ref TField field) =>
        (int)Unsafe.ByteOffset(ref Unsafe.As<TWhole, byte>(ref whole), ref Unsafe.As<TField, byte>(ref field));
}
