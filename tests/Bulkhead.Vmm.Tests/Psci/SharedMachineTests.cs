// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Vmm.Psci;

namespace Bulkhead.Vmm.Tests.Psci;

/// <summary>Virtual CPUs on several CPUs: what one asks for meets the others half way.</summary>
public sealed class SharedMachineTests
{
    private const ulong Never = ulong.MaxValue;

    [Theory]
    [InlineData(false, new byte[] { 0, 0, 0 })]
    [InlineData(true, new byte[] { 0, 1, 0 })]
    [InlineData(true, new byte[] { 2, 2, 2 })]
    public void A_machine_is_shared_when_a_virtual_cpu_is_elsewhere(bool expected, byte[] cpus) =>
        Assert.Equal(expected, new TestMachine(3, cpus).Machine.IsShared);

    [Fact]
    public void Cpus_behind_the_last_virtual_one_do_not_count() =>
        Assert.False(new TestMachine(1, 0, 5).Machine.IsShared);

    /// <summary>Virtual CPU 1 is off for the monitor, and its answer on the way to the kernel, when
    /// virtual CPU 0 turns it on: one recall, which the kernel remembers, and nobody has to look
    /// after it.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    public void A_start_is_asked_for_once(byte first, byte second)
    {
        TestMachine machine = new(2, first, second);
        machine.Exit(ExitKind.Startup, 0, 0);
        Assert.Equal(0, TurnOn(machine, 1));
        machine.Exit(ExitKind.Startup, 1, 1);
        Message off = machine.Exit(ExitKind.Hypercall, 1, 0, SmcccFunction.CpuOff);
        Assert.Equal(ExitAction.Off, (ExitAction)off.Words[0]);
        machine.Outside.Recalled.Clear();

        Assert.Equal(0, TurnOn(machine, 1));
        Assert.Equal((long)PsciResult.OnPending, TurnOn(machine, 1));
        Assert.Equal([1u], machine.Outside.Recalled);
        Assert.Equal(0, machine.Outside.WakeCount);
        Assert.Equal(Never, machine.Attend());

        Message start = machine.Exit(ExitKind.Startup, 1, 1);
        Assert.Equal(ExitAction.SetRegisters, (ExitAction)start.Words[0]);
        Assert.Equal((long)PsciResult.AlreadyOn, TurnOn(machine, 1));
        Assert.Equal([1u], machine.Outside.Recalled);
    }

    /// <summary>A virtual CPU that is recalled on its way off, because the guest ends, reports a
    /// start: it stays off, and so does one that was about to start.</summary>
    [Theory]
    [InlineData(SmcccFunction.SystemOff)]
    [InlineData(SmcccFunction.SystemReset)]
    public void Nobody_starts_after_the_end(ulong function)
    {
        TestMachine machine = new(3, 0, 1, 2);
        machine.Exit(ExitKind.Startup, 0, 0);
        TurnOn(machine, 1);
        machine.Exit(ExitKind.Startup, 1, 1);
        TurnOn(machine, 2);
        Message end = machine.Exit(ExitKind.Hypercall, 0, 0, function);
        Assert.Equal(ExitAction.Off, (ExitAction)end.Words[0]);
        for (uint vcpu = 0; vcpu < 3; vcpu++)
        {
            Message start = machine.Exit(ExitKind.Startup, vcpu, vcpu);
            Assert.Equal(ExitAction.Off, (ExitAction)start.Words[0]);
            Message call = machine.Exit(
                ExitKind.Hypercall, vcpu, 0, SmcccFunction.CpuOn64, 2, TestMachine.Entry, 0);
            Assert.Equal(ExitAction.Off, (ExitAction)call.Words[0]);
        }
    }

    /// <summary>Whatever the virtual CPUs ask for, in whatever order: a CPU_ON that is granted is
    /// one start, and there is no other.</summary>
    [Fact]
    public void Each_grant_is_one_start_in_every_order_of_requests()
    {
        for (int seed = 0; seed < 200; seed++) RunRandomly(new Random(seed));
    }

    private static void RunRandomly(Random random)
    {
        const int Count = 4;
        TestMachine machine = new(Count, 0, 1, 2, 3);
        machine.Exit(ExitKind.Startup, 0, 0);
        bool[] isOn = [true, false, false, false];
        bool[] isGranted = new bool[Count];
        for (int step = 0; step < 300; step++)
        {
            uint caller = (uint)random.Next(Count), target = (uint)random.Next(Count);
            if (!isOn[caller])
            {
                // The kernel starts it when it was recalled, and not before.
                Message start = machine.Exit(ExitKind.Startup, caller, caller);
                Assert.Equal(isGranted[caller] ? ExitAction.SetRegisters : ExitAction.Off,
                    (ExitAction)start.Words[0]);
                isOn[caller] = isGranted[caller];
                isGranted[caller] = false;
            }
            else if (random.Next(4) == 0 && isOn.Count(on => on) > 1)
            {
                machine.Exit(ExitKind.Hypercall, caller, 0, SmcccFunction.CpuOff);
                isOn[caller] = false;
            }
            else
            {
                PsciResult expected = isOn[target] ? PsciResult.AlreadyOn
                    : isGranted[target] ? PsciResult.OnPending : PsciResult.Success;
                Assert.Equal((long)expected, TurnOn(machine, target, caller));
                isGranted[target] |= expected == PsciResult.Success;
            }
        }
    }

    private static long TurnOn(TestMachine machine, uint target, uint caller = 0) =>
        (long)machine.Exit(
            ExitKind.Hypercall, caller, 0, SmcccFunction.CpuOn64, target,
            TestMachine.Entry, 7).Words[1];
}
