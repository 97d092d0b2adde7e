// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Creation that is refused, quotas and capacities, and that nothing is lost over many
/// rounds.</summary>
internal static class ObjectTests
{
    private const uint Selector = Places.Free, Domain = Places.Free + 1, Other = Places.Free + 2;

    internal static void Run()
    {
        Refusals();
        Scheduling();
        Quota();
        Capacity();
        Rounds();
    }

    private static void Refusals()
    {
        Report.Refused("domain-without-tables"u8, Status.BadParameter, Reason.BadArgument,
            SystemKernel.CreateDomain(Selector, Selectors.OwnDomain, new DomainQuota(0, 9)));
        Report.Refused("domain-quota-beyond-32-bits"u8, Status.BadParameter, Reason.BadArgument,
            Raw.Call(Hypercall.CreateDomain, Selector, Selectors.OwnDomain, 1ul << 32));
        Report.Refused("domain-paid-by-a-semaphore"u8, Status.BadCapability, Reason.RightMissing,
            SystemKernel.CreateDomain(Selector, Places.Nobody, new DomainQuota(4, 4)));
        Report.Refused("portal-into-a-thread-that-runs"u8, Status.BadParameter, Reason.NotAThread,
            SystemKernel.CreatePortal(Selector, Places.Tester, 0, 0, RegisterGroups.None));
        Report.Refused("portal-with-unknown-groups"u8, Status.BadParameter, Reason.BadArgument,
            Raw.Call(Hypercall.CreatePortal, Selector, Places.Server, 0, 0, 8));
        Report.Refused("segment-of-a-semaphore"u8, Status.BadCapability, Reason.RightMissing,
            SystemKernel.CreateSegment(Selector, Places.Nobody, 0, 4096, Rights.SegmentRead));
        ThreadPlan plan = default;
        plan.Domain = Selectors.OwnDomain;
        plan.Utcb = Places.Utcb(1) + 8;
        Report.Refused("thread-with-a-misaligned-page"u8, Status.BadParameter, Reason.Misaligned,
            SystemKernel.CreateThread(Selector, in plan));
        plan.Utcb = Places.TesterUtcb;
        Report.Refused("thread-with-a-taken-page"u8, Status.Busy, Reason.AlreadyMapped,
            SystemKernel.CreateThread(Selector, in plan));
        plan.Utcb = 1ul << Limits.GuestAddressBits;
        Report.Refused("thread-with-a-page-outside"u8, Status.BadParameter,
            Reason.OutsideAddressSpace, SystemKernel.CreateThread(Selector, in plan));
        plan.Utcb = Places.Utcb(1);
        plan.FaultPortal = Places.Nobody;
        Report.Refused("thread-with-a-semaphore-for-faults"u8, Status.BadCapability,
            Reason.RightMissing, SystemKernel.CreateThread(Selector, in plan));
    }

    private static void Scheduling()
    {
        Worker.Create(1, Imports.Entry(ThreadEntry.Waiter), 0);
        uint thread = Worker.Thread(1);
        Schedule("priority-256"u8, Reason.BadPriority, thread, 256, 0, 0);
        Schedule("priority-of-64-bits"u8, Reason.BadPriority, thread, 1ul << 32, 0, 0);
        Schedule("budget-above-period"u8, Reason.BudgetExceedsPeriod, thread, 1, 1001, 1000);
        Schedule("period-without-budget"u8, Reason.BudgetExceedsPeriod, thread, 1, 0, 1000);
        Schedule("endless-period"u8, Reason.BadArgument, thread, 1, 1, ulong.MaxValue);
        Report.Refused("second-scheduling-context"u8, Status.Busy, Reason.ContextScheduled,
            SystemKernel.CreateSchedulingContext(Selector, Places.Tester, 1, 0, 0));
        Report.Refused("scheduling-of-a-server"u8, Status.Busy, Reason.ContextScheduled,
            SystemKernel.CreateSchedulingContext(Selector, Places.Server, 1, 0, 0));
        Worker.End(1);
    }

    private static void Schedule(
        System.ReadOnlySpan<byte> name, Reason reason, ulong thread, ulong priority, ulong budget,
        ulong period) => Report.Refused(name, Status.BadParameter, reason, Raw.Call(
            Hypercall.CreateSchedulingContext, Selector, thread, priority, budget, period));

    // A domain that may have two objects has two threads, and no third.
    private static void Quota()
    {
        SystemKernel.CreateDomain(Domain, Selectors.OwnDomain, new DomainQuota(3, 2));
        ThreadPlan plan = default;
        plan.Domain = Domain;
        for (uint count = 0; count < 3; count++)
        {
            plan.Utcb = NativeLayout.Utcb + (count * Limits.PageBytes);
            ulong expected = count < 2 ? 0
                : new ResultCode(Status.NoResources, Reason.ObjectQuota).Value;
            Report.Equal("thread-of-a-poor-domain"u8, expected,
                SystemKernel.CreateThread(Other + count, in plan).Value);
        }
        Report.Equal("a-thread-less"u8, 0, SystemKernel.Revoke(Other, true).Value);
        plan.Utcb = NativeLayout.Utcb;
        Report.Equal("is-room-for-another"u8, 0, SystemKernel.CreateThread(Other, in plan).Value);
        Report.Refused("tables-of-a-poor-domain"u8, Status.NoResources, Reason.TableQuota,
            SystemKernel.Map(
                Domain, Places.Memory, Places.FreeOffset, 1ul << 32, 4096, MemoryAccess.Read));
        SystemKernel.Revoke(Domain, true);
        SystemKernel.Revoke(Other, true);
        SystemKernel.Revoke(Other + 1, true);
    }

    // Takes every semaphore there is; the refusal costs nobody anything.
    private static void Capacity()
    {
        uint selector = Places.Free;
        ResultCode code = Kernel.CreateSemaphore(selector, 0);
        for (uint count = 0; count < 1000 && code.IsSuccess; count++)
        {
            // The capability is moved out of the way: a full space must not be what refuses.
            selector = NextEmpty();
            if (selector == 0) break;
            code = Kernel.CreateSemaphore(selector, 0);
        }
        Report.Refused("no-more-semaphores"u8, Status.NoResources, Reason.PoolExhausted, code);
        for (selector = 8; selector < Limits.SelectorsMax; selector++)
        {
            if (IsTests(selector)) SystemKernel.Discard(selector);
        }
        Report.Equal("all-given-back"u8, 0, Kernel.CreateSemaphore(Places.Free, 0).Value);
        SystemKernel.Discard(Places.Free);
    }

    private static uint NextEmpty()
    {
        for (uint selector = 8; selector < Limits.SelectorsMax - 1; selector++)
        {
            if (!IsTests(selector)) continue;
            if (SystemKernel.Delegate(selector, 0, selector, Rights.SemaphoreUp).Reason
                == Reason.SlotEmpty)
            {
                return selector;
            }
        }
        return 0;
    }

    // Selectors that neither the boot nor the suite uses.
    private static bool IsTests(uint selector) =>
        selector is (>= 16 and < Selectors.BootSegments) or (>= 150 and < 200)
            or (>= Places.Free and < Places.Free + 8);

    private static void Rounds()
    {
        ulong pages = Kernel.SystemInfo(SystemInfoItem.FreeTablePages).Value;
        Tally wrong = default;
        for (uint round = 0; round < 200; round++)
        {
            ResultCode code = SystemKernel.CreateDomain(
                Domain, Selectors.OwnDomain, new DomainQuota(4, 4));
            wrong.Add(round, code.IsSuccess, code.Value);
            ThreadPlan plan = default;
            plan.Domain = Domain;
            plan.Utcb = NativeLayout.Utcb;
            code = SystemKernel.CreateThread(Other, in plan);
            wrong.Add(round, code.IsSuccess, code.Value);
            code = SystemKernel.Map(
                Domain, Places.Memory, Places.FreeOffset, 1ul << 20, 4096, MemoryAccess.Read);
            wrong.Add(round, code.IsSuccess, code.Value);
            // Once the domain goes first, once its thread.
            uint first = (round & 1) == 0 ? Domain : Other;
            code = SystemKernel.Revoke(first, true);
            wrong.Add(round, code.IsSuccess, code.Value);
            SystemKernel.Revoke(first == Domain ? Other : Domain, true);
        }
        Report.None("200-domains-come-and-go"u8, in wrong);
        Report.Equal("no-table-page-is-lost"u8, pages,
            Kernel.SystemInfo(SystemInfoItem.FreeTablePages).Value);
    }
}
