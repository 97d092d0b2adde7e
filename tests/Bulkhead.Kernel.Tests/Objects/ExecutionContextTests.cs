// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

/// <summary>Offsets that the entry code relies on, and the fields that are properties.</summary>
public class ExecutionContextTests
{
    [Fact]
    public void Entry_code_finds_frame_and_controls()
    {
        ExecutionContext context = default;
        Assert.Equal(0, FieldOffset.Of(ref context, ref context.Header));
        Assert.Equal(16, FieldOffset.Of(ref context, ref context.Frame));
        Assert.Equal(304, FieldOffset.Of(ref context, ref context.Controls));
        Assert.Equal(304, FieldOffset.Of(ref context, ref context.Controls.TranslationRoot));
        Assert.Equal(312, FieldOffset.Of(ref context, ref context.Controls.Traps));
        Assert.Equal(320, FieldOffset.Of(ref context, ref context.Controls.Mode));
        Assert.Equal(328, FieldOffset.Of(ref context, ref context.Controls.StackTop));
    }

    [Fact]
    public void Entry_code_finds_the_registers_of_a_frame()
    {
        Assert.Equal(36 * sizeof(ulong), Unsafe.SizeOf<RegisterFrame>());
        Assert.Equal(31, RegisterFrame.StackPointer);
        Assert.Equal(32, RegisterFrame.ProgramCounter);
        Assert.Equal(33, RegisterFrame.ProcessorState);
        Assert.Equal(34, RegisterFrame.ThreadPointer);
    }

    [Fact]
    public void A_sender_is_named_by_mark_incarnation_and_place()
    {
        using KernelHarness kernel = new();
        ref ExecutionContext context =
            ref kernel.ContextOf(kernel.CreateThread()).In(ref kernel.State);
        context.Key = 0x1234_5678_0003;
        Assert.Equal(
            (1ul << 63) | 0x1234_5678ul << 32 | context.Self.Offset, context.SenderKey);
    }

    [Fact]
    public void Links_are_kept_apart()
    {
        using SimulatedMachine machine = new();
        ref KernelState state = ref machine.State;
        ExecutionContext context = default;
        Assert.False(context.IsVcpu);
        context.Cpu = Link<Bulkhead.Kernel.Scheduling.Cpu>.To(ref state, ref state.Cpus[1]);
        context.Scheduling = Link<SchedulingContext>.To(ref state, ref state.SchedulingContexts[1]);
        context.BlockedScheduling =
            Link<SchedulingContext>.To(ref state, ref state.SchedulingContexts[2]);
        context.Vcpu = Link<VirtualCpu>.To(ref state, ref state.Vcpus[3]);
        context.WaitingOn = Link<Semaphore>.To(ref state, ref state.Semaphores[4]);
        context.FaultPortal = Link<Portal>.To(ref state, ref state.Portals[5]);
        uint[] offsets =
        [
            context.Cpu.Offset, context.Scheduling.Offset, context.BlockedScheduling.Offset,
            context.Vcpu.Offset,
            context.WaitingOn.Offset, context.FaultPortal.Offset,
        ];
        Assert.Equal(6, offsets.Distinct().Count());
        Assert.DoesNotContain(0u, offsets);
        Assert.True(context.IsVcpu);
        Assert.Equal(Link<VirtualCpu>.To(ref state, ref state.Vcpus[3]), context.Vcpu);
    }

    [Fact]
    public void A_row_is_free_until_it_is_an_object()
    {
        using SimulatedMachine machine = new();
        machine.State.Contexts[0].Header.Kind = ObjectKind.ExecutionContext;
        Assert.Equal(1, FreeRow.Find<ExecutionContext>(machine.State.Contexts));
    }
}
