// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Tests;

public sealed class CapabilityTests
{
    private readonly TestSystem _system = new();

    [Fact]
    public void ASelectorIsCheckedForRangeSlotAndRight()
    {
        _system.Refuse(Reason.SelectorOutOfRange, Hypercall.SemaphoreUp, 256);
        _system.Refuse(Reason.SlotEmpty, Hypercall.SemaphoreUp, 200);
        _system.Refuse(Reason.RightMissing, Hypercall.SemaphoreUp, TestSystem.Own);
    }

    [Fact]
    public void ADelegatedCapabilityHasNoMoreRights()
    {
        _system.Succeed(Hypercall.CreateSemaphore, 200, 3);
        _system.Succeed(Hypercall.Delegate, 200, 0, 201, (ulong)Rights.SemaphoreUp);
        _system.Refuse(
            Reason.RightsExceeded, Hypercall.Delegate, 201, 0, 202, (ulong)Rights.SemaphoreAll);
        _system.Refuse(Reason.RightMissing, Hypercall.SemaphoreDown, 201);
    }

    [Fact]
    public void RevocationTakesBackWhatWasDerivedRecursively()
    {
        _system.Succeed(Hypercall.CreateSemaphore, 200);
        _system.Succeed(Hypercall.Delegate, 200, 0, 201, (ulong)Rights.SemaphoreAll);
        _system.Succeed(Hypercall.Delegate, 201, 0, 202, (ulong)Rights.SemaphoreUp);
        _system.Succeed(Hypercall.Revoke, 200, 0);
        Assert.NotNull(_system.At(200));
        Assert.Null(_system.At(201));
        Assert.Null(_system.At(202));
    }

    [Fact]
    public void AnObjectGoesWithItsFirstCapability()
    {
        int before = _system.State.Objects.Count;
        _system.Succeed(Hypercall.CreateSemaphore, 200);
        _system.Succeed(Hypercall.Delegate, 200, 0, 201, (ulong)Rights.SemaphoreAll);
        _system.Succeed(Hypercall.Discard, 200);
        Assert.Equal(before, _system.State.Objects.Count);
        Assert.Null(_system.At(201));
    }

    [Fact]
    public void ADomainTakesAllWithIt()
    {
        SpecificationState before = _system.State;
        ProtectionDomain own = _system.Object<ProtectionDomain>(TestSystem.Own);
        _system.Succeed(
            Hypercall.CreateDomain, 200, TestSystem.Own, new DomainQuota(8, 8).Value);
        _system.Succeed(
            Hypercall.CreateThread, 201, 200, NativeLayout.Utcb, 0x1000, 0x40_0000);
        _system.Succeed(Hypercall.CreateSchedulingContext, 202, 201, 1);
        _system.Succeed(
            Hypercall.Delegate, TestSystem.Memory, 200, 7, (ulong)Rights.SegmentRead);
        _system.Succeed(Hypercall.Discard, 200);
        Assert.Null(_system.At(201));
        _system.Succeed(Hypercall.Discard, 202);
        Assert.Equal(before.Objects.Count, _system.State.Objects.Count);
        Assert.Equal(before.Usage, _system.State.Usage);
        ProtectionDomain after = _system.Object<ProtectionDomain>(TestSystem.Own);
        Assert.Equal(own.ObjectsLeft, after.ObjectsLeft);
        Assert.Equal(own.TablePagesQuota, after.TablePagesQuota);
    }

    [Fact]
    public void TheManagerCannotDestroyItsDomain() =>
        _system.Refuse(Reason.OwnDomain, Hypercall.Discard, TestSystem.Own);
}
