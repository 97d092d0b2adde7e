// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Hypercalls;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

[Verifies("R-PRIVILEGE-1")]
public class ObjectArgumentTests
{
    private const int Register = 3;

    [Fact]
    public void An_object_is_found_by_the_right_that_belongs_to_it()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
        root.Frame[Register] = semaphore;
        ResultCode result = ObjectArgument.Find(
            ref kernel.State, ref root, Register, Rights.SemaphoreUp,
            out Link<ObjectHeader> found);
        Assert.True(result.IsSuccess);
        Assert.Equal(kernel.SemaphoreOf(semaphore).Offset, found.Offset);
        result = ObjectArgument.Find(
            ref kernel.State, ref root, Register, Rights.PortalCall, out found);
        Assert.Equal((Status.BadCapability, Reason.RightMissing), (result.Status, result.Reason));
        Assert.True(found.IsNone);
    }

    [Fact]
    public void Zero_is_nothing_where_nothing_is_allowed_and_refused_elsewhere()
    {
        using KernelHarness kernel = new();
        ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
        root.Frame[Register] = 0;
        Assert.True(ObjectArgument.FindOptional(
            ref kernel.State, ref root, Register, Rights.SemaphoreUp,
            out Link<ObjectHeader> found).IsSuccess);
        Assert.True(found.IsNone);
        Assert.False(ObjectArgument.Find(
            ref kernel.State, ref root, Register, Rights.SemaphoreUp, out found).IsSuccess);
        root.Frame[Register] = ulong.MaxValue;
        Assert.False(ObjectArgument.FindOptional(
            ref kernel.State, ref root, Register, Rights.SemaphoreUp, out found).IsSuccess);
        Assert.True(found.IsNone);
    }
}
