// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Virtual CPUs as their monitor sees them: creation, virtual interrupts, recall, binding.
/// </summary>
internal static class VcpuTests
{
    private const uint Domain = Places.Free, Vcpu = Places.Free + 1, Other = Places.Free + 2;
    private const uint FirstPortal = 240, Kinds = (uint)ExitKind.Recall + 1;

    // Its line is the processor's.
    private const uint GuestTimer = 27;

    internal static void Run()
    {
        SystemKernel.CreateDomain(Domain, Selectors.OwnDomain, new DomainQuota(4, 8));
        for (uint kind = 0; kind < Kinds; kind++)
            SystemKernel.Delegate(Places.EchoPortal, 0, FirstPortal + kind, Rights.PortalCall);
        Creation();
        Arguments();
        Interrupts();
        Binding();
        Lifecycle();
        SystemKernel.Revoke(Vcpu, true);
        SystemKernel.Revoke(Domain, true);
        for (uint kind = 0; kind < Kinds; kind++) SystemKernel.Discard(FirstPortal + kind);
    }

    private static void Creation()
    {
        Report.Refused("vcpu-number-8"u8, Status.BadParameter, Reason.BadVcpuNumber,
            SystemKernel.CreateVcpu(Vcpu, Domain, FirstPortal, Limits.VcpusPerMachineMax));
        Report.Refused("vcpu-with-a-portal-missing"u8, Status.BadCapability, Reason.SlotEmpty,
            SystemKernel.CreateVcpu(Vcpu, Domain, FirstPortal + 1, 0));
        Report.Refused("vcpu-with-portals-out-of-range"u8, Status.BadCapability,
            Reason.SelectorOutOfRange, Raw.Call(
                Hypercall.CreateVcpu, Vcpu, Domain, ulong.MaxValue - 2, 0));
        Report.Refused("vcpu-in-no-domain"u8, Status.BadCapability, Reason.RightMissing,
            SystemKernel.CreateVcpu(Vcpu, Places.Nobody, FirstPortal, 0));
        Report.Equal("vcpu"u8, 0, SystemKernel.CreateVcpu(Vcpu, Domain, FirstPortal, 3).Value);
        Report.Refused("vcpu-number-taken"u8, Status.Busy, Reason.BadVcpuNumber,
            SystemKernel.CreateVcpu(Other, Domain, FirstPortal, 3));
    }

    private static void Arguments()
    {
        Report.Refused("recall-of-a-thread"u8, Status.BadParameter, Reason.NotAVcpu,
            Kernel.Recall(Places.Tester));
        Report.Refused("interrupt-of-a-thread"u8, Status.BadParameter, Reason.NotAVcpu,
            Raw.Call(Hypercall.VirtualInterrupt, Places.Tester, 40));
        Report.Refused("portal-into-a-vcpu"u8, Status.BadParameter, Reason.NotAThread,
            SystemKernel.CreatePortal(Other, Vcpu, 0, 0, RegisterGroups.None));
        for (ulong id = 256; id < 1024; id += 85)
        {
            Report.Refused("interrupt-out-of-range"u8, Status.BadParameter, Reason.BadInterrupt,
                Raw.Call(Hypercall.VirtualInterrupt, Vcpu, id));
        }
        for (ulong operation = 8; operation < 16; operation++)
        {
            Report.Refused("unknown-operation"u8, Status.BadParameter, Reason.BadArgument,
                Raw.Call(Hypercall.VirtualInterrupt, Vcpu, 40 | (operation << 12)));
        }
    }

    // Pending, line and enable against the plainest model, for every id.
    private static void Interrupts()
    {
        Tally wrong = default;
        for (uint id = 0; id < Limits.VirtualInterruptsMax; id++)
        {
            Expect(ref wrong, id, VirtualInterruptOperation.Query, 0);
            Expect(ref wrong, id, VirtualInterruptOperation.SetPending, 1);
            Expect(ref wrong, id, VirtualInterruptOperation.ClearPending, 0);
            if (id != GuestTimer)
            {
                Expect(ref wrong, id, VirtualInterruptOperation.RaiseLine, 5);
                Expect(ref wrong, id, VirtualInterruptOperation.ClearPending, 5);
                Expect(ref wrong, id, VirtualInterruptOperation.LowerLine, 0);
            }
            Configure(ref wrong, id, true, 8);
            Configure(ref wrong, id, false, 0);
        }
        Report.None("virtual-interrupts"u8, in wrong);
        Report.Refused("line-of-the-guest's-timer"u8, Status.Busy, Reason.InterruptBound,
            Kernel.VirtualInterrupt(Vcpu, new VirtualInterruptRequest(
                VirtualInterruptOperation.RaiseLine, GuestTimer)).Code);
    }

    private static void Expect(
        ref Tally wrong, uint id, VirtualInterruptOperation operation, ulong state)
    {
        CallResult result = Kernel.VirtualInterrupt(
            Vcpu, new VirtualInterruptRequest(operation, id));
        wrong.Add(
            (id << 4) | (uint)operation, result.IsSuccess && result.Value == state, result.Value);
    }

    private static void Configure(ref Tally wrong, uint id, bool isEnabled, ulong state)
    {
        CallResult result = Kernel.VirtualInterrupt(
            Vcpu, new VirtualInterruptRequest(id, isEnabled, 0x80, false));
        wrong.Add(id << 4, result.IsSuccess && result.Value == state, result.Value);
    }

    // The description gives the UART's interrupt to a partition, so the root has it here.
    private static void Binding()
    {
        const uint interrupt = Selectors.BootInterrupts;
        Report.Refused("acknowledge-unbound"u8, Status.BadParameter, Reason.BadInterrupt,
            Kernel.AcknowledgeInterrupt(interrupt));
        Report.Refused("bind-to-a-private-id"u8, Status.BadParameter, Reason.BadInterrupt,
            Kernel.BindInterruptToVcpu(interrupt, Vcpu, 31));
        Report.Refused("bind-to-id-256"u8, Status.BadParameter, Reason.BadInterrupt,
            Kernel.BindInterruptToVcpu(interrupt, Vcpu, 256));
        Report.Refused("bind-to-a-thread"u8, Status.BadParameter, Reason.NotAVcpu,
            Kernel.BindInterruptToVcpu(interrupt, Places.Tester, 40));
        Kernel.VirtualInterrupt(
            Vcpu, new VirtualInterruptRequest(VirtualInterruptOperation.SetPending, 40));
        Report.Refused("bind-to-one-pending"u8, Status.Busy, Reason.VirtualInterruptInUse,
            Kernel.BindInterruptToVcpu(interrupt, Vcpu, 40));
        Kernel.VirtualInterrupt(
            Vcpu, new VirtualInterruptRequest(VirtualInterruptOperation.ClearPending, 40));
        Report.Equal("bind-to-a-semaphore"u8, 0,
            SystemKernel.BindInterrupt(interrupt, Places.Nobody).Value);
        Report.Refused("bind-twice"u8, Status.Busy, Reason.InterruptBound,
            SystemKernel.BindInterrupt(interrupt, Places.Nobody));
        Report.Refused("bind-twice-to-a-vcpu"u8, Status.Busy, Reason.InterruptBound,
            Kernel.BindInterruptToVcpu(interrupt, Vcpu, 40));
        Report.Equal("acknowledge"u8, 0, Kernel.AcknowledgeInterrupt(interrupt).Value);
    }

    // The echo answers ~word 0 as the action: ~3 has Off in it, and everything else.
    private static void Lifecycle()
    {
        ulong before = Echo.Count;
        SystemKernel.CreateSchedulingContext(Other, Vcpu, Worker.TesterPriority + 20, 0, 0);
        Report.Equal("a-vcpu-reports-its-start"u8, before + 1, Echo.Count);
        Report.Equal("recall-of-one-that-is-off"u8, 0, Kernel.Recall(Vcpu).Value);
        Report.Equal("starts-it-again"u8, before + 2, Echo.Count);
        Report.Equal("stop"u8, 0, Kernel.Stop(Vcpu).Value);
        Report.Equal("stop-twice"u8, 0, Kernel.Stop(Vcpu).Value);
        SystemKernel.Discard(Other);
    }
}
