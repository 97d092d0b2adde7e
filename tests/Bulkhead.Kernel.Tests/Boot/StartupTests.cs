// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel.Boot;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Boot;

public class StartupTests
{
    [Fact]
    public void The_manager_runs_with_its_registers()
    {
        using KernelHarness kernel = new();
        kernel.AssertCurrent(kernel.Root);
        CallResult registers = kernel.ResultOf(kernel.Root);
        Assert.Equal(NativeLayout.Payloads, registers[0]);
        Assert.Equal(BootImage.ManagerEntry, registers[RegisterFrame.ProgramCounter]);
        Assert.Equal(NativeLayout.Program + 0x3000, registers[RegisterFrame.StackPointer]);
        Assert.Equal(240, kernel.Cpu.Current.In(ref kernel.State).Priority);
        Assert.Equal(1000ul, kernel.State.System.BootTicks);
    }

    [Fact]
    [Verifies("R-PRIVILEGE-3")]
    public void The_manager_has_exactly_the_capabilities_of_the_image()
    {
        using KernelHarness kernel = new();
        Dictionary<uint, (ObjectKind, Rights)> expected = new()
        {
            [Selectors.OwnDomain] = (ObjectKind.ProtectionDomain, Rights.DomainAll),
            [Selectors.System] = (ObjectKind.System, Rights.SystemAll),
            [Selectors.BootSegments] =
                (ObjectKind.MemorySegment, Rights.SegmentRead | Rights.SegmentExecute),
            [Selectors.BootSegments + 1] = (ObjectKind.MemorySegment, Rights.SegmentAll),
            [Selectors.BootSegments + 2] =
                (ObjectKind.MemorySegment, Rights.SegmentRead | Rights.SegmentWrite),
            [Selectors.BootSegments + 3] =
                (ObjectKind.MemorySegment, Rights.SegmentRead | Rights.SegmentWrite),
        };
        for (uint index = 0; index < BootImage.InterruptIds.Length; index++)
        {
            expected[Selectors.BootInterrupts + index] =
                (ObjectKind.Interrupt, Rights.InterruptBind);
        }
        for (uint selector = 0; selector < Limits.SelectorsMax; selector++)
        {
            ref Capability slot = ref kernel.Slot(selector).In(ref kernel.State);
            Assert.Equal(expected.GetValueOrDefault(selector), (slot.Kind, slot.Rights));
        }
    }

    [Fact]
    [Verifies("R-PRIVILEGE-3", "R-FLOW-2")]
    public void The_manager_sees_its_program_its_page_and_the_image()
    {
        using KernelHarness kernel = new();
        AssertSees(NativeLayout.Program, BootImage.ImageAddress + 0x1000,
            MemoryAccess.Read | MemoryAccess.Execute);
        AssertSees(NativeLayout.Program + 0x2000, BootImage.ImageAddress + 0x3000,
            MemoryAccess.Read | MemoryAccess.Write);
        AssertSees(
            NativeLayout.Payloads + 0xf000, BootImage.ImageAddress + 0xf000, MemoryAccess.Read);
        Assert.Null(kernel.Translate(Selectors.OwnDomain, NativeLayout.Program + 0x3000));
        Assert.Null(
            kernel.Translate(Selectors.OwnDomain, NativeLayout.Payloads + BootImage.ImageBytes));
        Assert.NotNull(kernel.Translate(Selectors.OwnDomain, NativeLayout.Utcb));

        void AssertSees(ulong address, ulong target, MemoryAccess access) =>
            Assert.Equal(new Translation(target, access, 0x1000),
                kernel.Translate(Selectors.OwnDomain, address));
    }

    [Fact]
    public void Interrupts_have_their_ids_and_triggers()
    {
        using KernelHarness kernel = new();
        for (uint index = 0; index < BootImage.InterruptIds.Length; index++)
        {
            ref InterruptLine line =
                ref kernel.InterruptOf(Selectors.BootInterrupts + index).In(ref kernel.State);
            Assert.Equal(
                (BootImage.InterruptIds[index], index < 2), (line.Interrupt, line.IsEdge != 0));
            Assert.False(kernel.Machine.Interrupts[line.Interrupt].IsEnabled);
        }
    }

    [Theory]
    [InlineData(31u, Reason.BadInterrupt)]
    [InlineData(1020u, Reason.BadInterrupt)]
    [InlineData(uint.MaxValue, Reason.BadInterrupt)]
    [InlineData(40u, Reason.InterruptBound)]
    [Verifies("R-STATE-1")]
    public void Impossible_interrupts_are_refused(uint id, Reason reason)
    {
        BootImage image = new();
        image.Resources.Add(new ResourceRecord { Kind = ResourceKind.Interrupt, Index = id });
        Assert.Equal(reason, Create(image));
    }

    [Fact]
    public void More_interrupts_than_the_kernel_holds_are_refused()
    {
        BootImage image = new();
        for (uint id = 100; image.Resources.Count <= KernelState.InterruptsMax; id++)
        {
            image.Resources.Add(new ResourceRecord { Kind = ResourceKind.Interrupt, Index = id });
        }
        Assert.Equal(Reason.ImageCapacity, Create(image));
    }

    [Fact]
    public void As_many_interrupts_as_the_kernel_holds_have_selectors_below_the_segments()
    {
        BootImage image = new();
        for (uint id = 100; image.Resources.Count < KernelState.InterruptsMax; id++)
        {
            image.Resources.Add(new ResourceRecord { Kind = ResourceKind.Interrupt, Index = id });
        }
        using KernelHarness kernel = new(image);
        Assert.True(Selectors.BootInterrupts + KernelState.InterruptsMax <= Selectors.BootSegments);
        uint last = Selectors.BootInterrupts + KernelState.InterruptsMax - 1;
        Assert.Equal(
            image.Resources[^1].Index, kernel.InterruptOf(last).In(ref kernel.State).Interrupt);
    }

    [Fact]
    public void Segments_of_the_manager_that_overlap_are_refused()
    {
        BootImage image = new();
        image.Segments.Add(image.Segments[0]);
        image.Header.ManagerSegmentCount = 3;
        Assert.Equal(Reason.AlreadyMapped, Create(image));
    }

    [Fact]
    public void A_segment_of_the_manager_beyond_its_addresses_is_refused()
    {
        BootImage image = new();
        image.Segments[0] = image.Segments[0] with { Address = 1ul << 39 };
        Assert.Equal(Reason.OutsideAddressSpace, Create(image));
    }

    [Fact]
    public void Nothing_of_the_manager_lies_where_its_message_page_is()
    {
        BootImage image = new();
        image.Segments[1] = image.Segments[1] with { Address = NativeLayout.Utcb };
        Assert.Equal(Reason.AlreadyMapped, Create(image));
    }

    [Fact]
    public void Resources_that_are_no_interrupts_are_not_the_kernels()
    {
        BootImage image = new();
        image.Resources.Add(new ResourceRecord { Kind = ResourceKind.Device, Index = 40 });
        Assert.Equal(Reason.None, Create(image));
    }

    [Fact]
    public void Every_cpu_knows_its_number_and_has_no_timer_armed()
    {
        using KernelHarness kernel = new();
        for (int index = 1; index < Limits.CpusMax; index++)
        {
            ref Cpu cpu = ref kernel.State.Cpus[index];
            Assert.Equal((index, ulong.MaxValue), (cpu.Number, cpu.ArmedTicks));
        }
    }

    [Fact]
    public void The_first_shared_interrupt_is_possible()
    {
        BootImage image = new();
        image.Resources.Add(new ResourceRecord { Kind = ResourceKind.Interrupt, Index = 32 });
        Assert.Equal(Reason.None, Create(image));
    }

    private static Reason Create(BootImage image)
    {
        using SimulatedMachine machine = new();
        Startup<SimulatedAsp>.InitializeCpus(ref machine.State);
        return Startup<SimulatedAsp>.CreateManager(
            ref machine.State, new ImageTables(image.ToBytes()));
    }

    [Fact]
    public void A_cpu_that_comes_up_late_is_waited_for()
    {
        using KernelHarness kernel = new(cpus: 2);
        kernel.Machine.PowerController.Finish(1);
        kernel.State.Cpus[1].IsOnline = 0;
        ComingLate second = new();
        kernel.Machine.IsConcurrent = true;
        kernel.Machine.Interleaving = second;
        Assert.Equal(Reason.None, Startup<SimulatedAsp>.StartCpus(ref kernel.State, 2));
        kernel.Machine.Interleaving = null;
        Assert.Equal((ComingLate.Rounds, 2u), (second.RoundCount, kernel.State.Shared.CpuCount));
    }

    [Fact]
    public void A_cpu_that_never_comes_up_is_missing()
    {
        using KernelHarness kernel = new(cpus: 2);
        kernel.Machine.PowerController.Finish(1);
        kernel.State.Cpus[1].IsOnline = 0;
        kernel.State.Shared.CpuCount = 1;
        kernel.Machine.IsConcurrent = true;
        kernel.Machine.Interleaving = new NeverComing();
        Assert.Equal(
            Reason.CpuMissing, Startup<SimulatedAsp>.StartCpus(ref kernel.State, 2));
        kernel.Machine.Interleaving = null;
        Assert.Equal(1u, kernel.State.Shared.CpuCount);
    }

    [Fact]
    public void As_many_cpus_start_as_the_kernel_has_rows()
    {
        using KernelHarness kernel = new(cpus: Limits.CpusMax);
        Assert.Equal((uint)Limits.CpusMax, kernel.State.Shared.CpuCount);
        Assert.Equal(
            Reason.CpuMissing,
            Startup<SimulatedAsp>.StartCpus(ref kernel.State, Limits.CpusMax + 1));
    }

    private sealed class NeverComing : IInterleaving
    {
        public void At(SimulatedMachine machine, OrderingPoint point) =>
            machine.State.Cpus[1].IsOnline = 0;
    }

    // What it says of itself is seen some rounds after the call that starts it.
    private sealed class ComingLate : IInterleaving
    {
        internal const int Rounds = 3;

        private bool _isHidden;

        internal int RoundCount { get; private set; }

        public void At(SimulatedMachine machine, OrderingPoint point)
        {
            ref byte isOnline = ref machine.State.Cpus[1].IsOnline;
            if (!_isHidden && isOnline != 0)
            {
                _isHidden = true;
                isOnline = 0;
            }
            if (point == OrderingPoint.Relax && ++RoundCount == Rounds) isOnline = 1;
        }
    }
}
