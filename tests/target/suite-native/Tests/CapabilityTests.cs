// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Delegation, rights that only shrink, revocation.</summary>
internal static class CapabilityTests
{
    private const uint Root = Places.Free, Child = Places.Free + 1, Grandchild = Places.Free + 2;
    private const uint Domain = Places.Free + 3, Slot = 77;

    internal static void Run()
    {
        Kernel.CreateSemaphore(Root, 1);
        Shrinking();
        Refusals();
        Tree();
        Domains();
        SystemKernel.Revoke(Root, true);
    }

    private static void Shrinking()
    {
        Delegate(Root, Child, Rights.SemaphoreUp);
        Report.Equal("up-by-a-copy"u8, 0, Kernel.SemaphoreUp(Child).Value);
        Report.Refused("down-without-the-right"u8, Status.BadCapability, Reason.RightMissing,
            Kernel.SemaphoreDown(Child, 0, false).Code);
        Report.Refused("rights-do-not-grow"u8, Status.BadParameter, Reason.RightsExceeded,
            SystemKernel.Delegate(Child, 0, Grandchild, Rights.SemaphoreAll));
        Report.Equal("the-copy-names-the-same-object"u8, 2,
            Kernel.SemaphoreDown(Root, 0, true).Value);
    }

    private static void Refusals()
    {
        Report.Refused("no-rights"u8, Status.BadParameter, Reason.RightsExceeded,
            SystemKernel.Delegate(Root, 0, Grandchild, Rights.None));
        Report.Refused("rights-of-another-kind"u8, Status.BadParameter, Reason.RightsExceeded,
            SystemKernel.Delegate(Root, 0, Grandchild, Rights.PortalCall));
        Report.Refused("rights-beyond-32-bits"u8, Status.BadParameter, Reason.RightsExceeded,
            Raw.Call(
                Hypercall.Delegate, Root, 0, Grandchild, (1ul << 32) | (ulong)Rights.SemaphoreUp));
        Report.Refused("target-taken"u8, Status.Busy, Reason.SlotTaken,
            SystemKernel.Delegate(Root, 0, Child, Rights.SemaphoreUp));
        Report.Refused("target-itself"u8, Status.Busy, Reason.SlotTaken,
            SystemKernel.Delegate(Root, 0, Root, Rights.SemaphoreUp));
        Report.Refused("target-zero"u8, Status.BadCapability, Reason.SlotZero,
            SystemKernel.Delegate(Root, 0, 0, Rights.SemaphoreUp));
        Report.Refused("target-out-of-range"u8, Status.BadCapability, Reason.SelectorOutOfRange,
            SystemKernel.Delegate(Root, 0, Limits.SelectorsMax, Rights.SemaphoreUp));
        Report.Refused("target-domain-of-another-kind"u8, Status.BadCapability,
            Reason.RightMissing,
            SystemKernel.Delegate(Root, Root, Grandchild, Rights.SemaphoreUp));
        Report.Refused("revoke-with-2"u8, Status.BadParameter, Reason.BadArgument,
            Raw.Call(Hypercall.Revoke, Root, 2));
        Report.Refused("revoke-of-the-own-domain"u8, Status.BadParameter, Reason.OwnDomain,
            SystemKernel.Revoke(Selectors.OwnDomain, true));
        Report.Refused("revoke-of-the-own-thread"u8, Status.BadParameter, Reason.OwnDomain,
            SystemKernel.Revoke(Places.Tester, true));
    }

    private static void Tree()
    {
        Delegate(Child, Grandchild, Rights.SemaphoreUp);
        Report.Equal("revoke-children-only"u8, 0, SystemKernel.Revoke(Root, false).Value);
        Gone("child-is-gone"u8, Child);
        Gone("grandchild-is-gone"u8, Grandchild);
        Report.Equal("the-root-stays"u8, 0, Kernel.SemaphoreUp(Root).Value);
        Delegate(Root, Child, Rights.SemaphoreAll);
        Delegate(Child, Grandchild, Rights.SemaphoreUp);
        Report.Equal("discard-the-child"u8, 0, SystemKernel.Discard(Child).Value);
        Gone("what-it-gave-is-gone"u8, Grandchild);
        Delegate(Root, Child, Rights.SemaphoreUp);
        Delegate(Root, Grandchild, Rights.SemaphoreUp);
        SystemKernel.Discard(Grandchild);
        Report.Equal("a-sibling-stays"u8, 0, Kernel.SemaphoreUp(Child).Value);
        SystemKernel.Revoke(Root, false);
    }

    private static void Domains()
    {
        Report.Equal("create-domain"u8, 0,
            SystemKernel.CreateDomain(Domain, Selectors.OwnDomain, new DomainQuota(4, 4)).Value);
        Report.Equal("delegate-into-a-domain"u8, 0,
            SystemKernel.Delegate(Root, Domain, Slot, Rights.SemaphoreUp).Value);
        Report.Refused("its-slot-is-taken"u8, Status.Busy, Reason.SlotTaken,
            SystemKernel.Delegate(Root, Domain, Slot, Rights.SemaphoreUp));
        SystemKernel.Revoke(Root, false);
        Report.Equal("revocation-reaches-another-domain"u8, 0,
            SystemKernel.Delegate(Root, Domain, Slot, Rights.SemaphoreUp).Value);
        SystemKernel.Delegate(Domain, 0, Child, Rights.DomainMap);
        Report.Refused("delegate-without-the-domains-right"u8, Status.BadCapability,
            Reason.RightMissing, SystemKernel.Delegate(Root, Child, 78, Rights.SemaphoreUp));
        Report.Equal("destroy-the-domain"u8, 0, SystemKernel.Revoke(Domain, true).Value);
        Gone("its-copy-is-gone"u8, Child);
        Report.Equal("the-semaphore-outlives-it"u8, 0, Kernel.SemaphoreUp(Root).Value);
    }

    private static void Delegate(uint source, uint target, Rights rights) => Report.Equal(
        "delegate"u8, 0, SystemKernel.Delegate(source, 0, target, rights).Value);

    private static void Gone(System.ReadOnlySpan<byte> name, uint selector) => Report.Refused(
        name, Status.BadCapability, Reason.SlotEmpty, Kernel.SemaphoreUp(selector));
}
