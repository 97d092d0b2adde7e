// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

[Verifies("I23")]
public class ObjectHeaderTests
{
    [Fact]
    public void Payer_and_first_capability_are_kept_apart()
    {
        using SimulatedMachine machine = new();
        ref KernelState state = ref machine.State;
        ObjectHeader header = default;
        header.Payer = Link<ProtectionDomain>.To(ref state, ref state.Domains[3]);
        header.Root = Link<Capability>.To(ref state, ref state.Spaces[2][7]);
        Assert.Equal(Link<ProtectionDomain>.To(ref state, ref state.Domains[3]), header.Payer);
        Assert.Equal(Link<Capability>.To(ref state, ref state.Spaces[2][7]), header.Root);
    }

    [Fact]
    public void Objects_begin_with_it()
    {
        Assert.Equal(16, Unsafe.SizeOf<ObjectHeader>());
        ProtectionDomain domain = default;
        MemorySegment segment = default;
        SchedulingContext scheduling = default;
        Semaphore semaphore = default;
        InterruptLine line = default;
        Portal portal = default;
        Assert.Equal(0, FieldOffset.Of(ref domain, ref domain.Header));
        Assert.Equal(0, FieldOffset.Of(ref segment, ref segment.Header));
        Assert.Equal(0, FieldOffset.Of(ref scheduling, ref scheduling.Header));
        Assert.Equal(0, FieldOffset.Of(ref semaphore, ref semaphore.Header));
        Assert.Equal(0, FieldOffset.Of(ref line, ref line.Header));
        Assert.Equal(0, FieldOffset.Of(ref portal, ref portal.Header));
    }
}
