// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

public class ReplyTargetTests
{
    [Fact]
    public void It_is_a_thread_a_virtual_cpu_or_nobody()
    {
        using SimulatedMachine machine = new();
        ref ExecutionContext caller = ref machine.State.Contexts[1];
        ref VirtualCpu vcpu = ref machine.State.Vcpus[2];
        ReplyTarget thread = new(ref caller);
        Assert.True(Unsafe.AreSame(ref caller, ref thread.Caller));
        Assert.True(Unsafe.IsNullRef(ref thread.Vcpu));
        ReplyTarget guest = new(ref caller, ref vcpu);
        Assert.True(Unsafe.AreSame(ref caller, ref guest.Caller));
        Assert.True(Unsafe.AreSame(ref vcpu, ref guest.Vcpu));
        ReplyTarget nobody = default;
        Assert.True(Unsafe.IsNullRef(ref nobody.Caller));
        Assert.True(Unsafe.IsNullRef(ref nobody.Vcpu));
    }
}
