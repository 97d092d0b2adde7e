// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class CapabilitySpaceTests
{
    [Fact]
    public void Finding_tells_apart_range_emptiness_and_rights()
    {
        using KernelHarness kernel = new();
        Run<Capability> slots = kernel.Root.In(ref kernel.State).Slots;
        AssertFind(256, Rights.SemaphoreUp, Reason.SelectorOutOfRange);
        AssertFind(ulong.MaxValue, Rights.SemaphoreUp, Reason.SelectorOutOfRange);
        AssertFind((1ul << 32) + Selectors.System, Rights.SystemConsole, Reason.SelectorOutOfRange);
        AssertFind(0, Rights.SemaphoreUp, Reason.SlotEmpty);
        AssertFind(Selectors.System, Rights.SemaphoreUp, Reason.RightMissing);
        AssertFind(Selectors.System, Rights.SystemConsole, Reason.None);

        void AssertFind(ulong selector, Rights right, Reason reason)
        {
            ResultCode result = CapabilitySpace.Find(
                ref kernel.State, slots, selector, right, out Link<Capability> found);
            Assert.Equal(reason, result.Reason);
            Assert.Equal(
                reason == Reason.None ? Status.Success : Status.BadCapability, result.Status);
            Assert.Equal(reason != Reason.None, found.IsNone);
        }
    }

    [Theory]
    [InlineData(0ul, Status.BadCapability, Reason.SlotZero)]
    [InlineData(256ul, Status.BadCapability, Reason.SelectorOutOfRange)]
    [InlineData((1ul << 32) + 200, Status.BadCapability, Reason.SelectorOutOfRange)]
    [InlineData((ulong)Selectors.System, Status.Busy, Reason.SlotTaken)]
    [InlineData(200ul, Status.Success, Reason.None)]
    public void A_slot_for_a_new_capability_must_be_empty(
        ulong selector, Status status, Reason reason)
    {
        using KernelHarness kernel = new();
        ResultCode result = CapabilitySpace.FindEmpty(
            ref kernel.State, kernel.Root.In(ref kernel.State).Slots, selector,
            out Link<Capability> slot);
        Assert.Equal((status, reason), (result.Status, result.Reason));
        Assert.Equal(status != Status.Success, slot.IsNone);
    }

    [Fact]
    public void Children_hang_under_their_parent_and_leave_in_any_order()
    {
        foreach (int[] order in new[] { new[] { 0, 1, 2 }, [2, 1, 0], [1, 0, 2], [1, 2, 0] })
        {
            using KernelHarness kernel = new();
            uint parent = kernel.CreateSemaphore();
            for (uint child = 0; child < 3; child++)
            {
                CapabilitySpace.InsertChild(ref kernel.State, kernel.Slot(200 + child),
                    kernel.Slot(parent), Rights.SemaphoreUp);
                kernel.CheckInvariants();
            }
            Assert.Equal(kernel.Slot(202), kernel.Slot(parent).In(ref kernel.State).FirstChild);
            foreach (int child in order)
            {
                CapabilitySpace.Clear(ref kernel.State, kernel.Slot(200 + (uint)child));
                kernel.CheckInvariants();
            }
            Assert.True(kernel.Slot(parent).In(ref kernel.State).FirstChild.IsNone);
        }
    }

    [Fact]
    public void A_first_capability_is_its_objects_root()
    {
        using KernelHarness kernel = new();
        uint selector = kernel.CreateSemaphore();
        ref Capability capability = ref kernel.Slot(selector).In(ref kernel.State);
        Assert.Equal(
            (ObjectKind.Semaphore, Rights.SemaphoreAll), (capability.Kind, capability.Rights));
        Assert.Equal(kernel.Slot(selector), capability.Object.In(ref kernel.State).Root);
        Assert.True(capability.Parent.IsNone);
    }
}
