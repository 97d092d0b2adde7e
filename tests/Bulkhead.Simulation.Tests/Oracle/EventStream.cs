// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Tests.Oracle;

/// <summary>Random events that fit what runs, most of them meaningful: selectors are chosen among
/// those that the caller has.</summary>
internal sealed class EventStream(World world, int seed)
{
    private static readonly ulong[] s_odd =
        [0, 1, 2, 3, 7, 255, 256, 4095, 4096, uint.MaxValue, 1ul << 39, ulong.MaxValue];

    private readonly Random _random = new(seed);

    internal SimulationEvent Next()
    {
        int dice = _random.Next(100);
        if (dice < 9) return new(EventKind.Elapse, 0, Ticks());
        if (dice < 11) return new(EventKind.Raise, Line());
        if (dice < 13) return new(EventKind.Lower, Line());
        if (world.Current.IsNone) return new(EventKind.Elapse, 0, Ticks());
        ref ExecutionContext current = ref world.Current.In(ref world.State);
        if (current.IsVcpu) return Guest();
        if (dice < 16) return new(EventKind.WriteMessage, 0, Below(6), Below(1000));
        if (dice < 19) return new(EventKind.Fault, 0, 1 + Below(7), Below(1 << 20), Below(99));
        bool isRoot = world.Current == world.Root;
        Hypercall number = isRoot && dice < 40
            ? Hypercall.SemaphoreDown
            : Numbers[_random.Next(Numbers.Length)];
        if (dice == 99) number = (Hypercall)_random.Next(45);
        if (number == Hypercall.Shutdown && _random.Next(50) != 0) number = Hypercall.Yield;
        return SimulationEvent.Call(number, Arguments(number));
    }

    private static Hypercall[] Numbers { get; } =
    [
        .. Enum.GetValues<Hypercall>(),
        Hypercall.Call, Hypercall.Call, Hypercall.Call, Hypercall.Reply, Hypercall.Reply,
        Hypercall.Reply, Hypercall.SemaphoreUp, Hypercall.SemaphoreDown, Hypercall.SemaphoreDown,
        Hypercall.VirtualInterrupt, Hypercall.VirtualInterrupt, Hypercall.Recall,
        Hypercall.Delegate, Hypercall.Yield, Hypercall.CreateSchedulingContext,
        Hypercall.ConsumedTime, Hypercall.AddWindow, Hypercall.SwitchSchedule,
    ];

    private ulong Below(int bound) => (ulong)_random.Next(bound);

    private ulong Ticks() => _random.Next(10) switch
    {
        0 => 0,
        1 => 1,
        < 7 => Below(200),
        7 => UntilWindowEnds(),
        _ => Below(3000),
    };

    private uint Line() =>
        _random.Next(10) == 0
            ? 32 + (uint)_random.Next(40)
            : BootImage.InterruptIds[_random.Next(BootImage.InterruptIds.Length)];

    private bool Often() => _random.Next(12) != 0;

    private ulong Page() => Often() ? Limits.PageBytes * Below(2048) : Odd();

    private ulong Odd() => s_odd[_random.Next(s_odd.Length)];

    private ulong Deadline() => _random.Next(6) switch
    {
        0 => 0,
        1 => ulong.MaxValue,
        2 => world.Machine.Clock.Ticks,
        _ => world.Machine.Clock.Ticks + Below(500),
    };

    private SimulationEvent Guest() => _random.Next(11) switch
    {
        0 or 1 => new(
            EventKind.GuestAccess, 0, Below(1 << 20), Below(1 << 13), Below(1000)),
        2 => new(EventKind.GuestExit, (uint)_random.Next(7), Below(99), Below(1 << 22), 3, 4),
        3 => new(EventKind.GuestHypercall, 0, 9, 1, 2, 3, 4, 5, 6, 7),
        4 or 5 => new(EventKind.GuestHalt, 0),
        6 => new(EventKind.GuestTimer, 0, Ticks()),
        7 or 8 => new(EventKind.GuestTake, 0),
        _ => new(EventKind.GuestEnd, 0, Below(4)),
    };

    private ulong[] Arguments(Hypercall number) => number switch
    {
        Hypercall.Call => [Have(ObjectKind.Portal), Descriptor(), .. Words()],
        Hypercall.Reply => [0, Descriptor(), Action(), .. Words()[1..]],
        Hypercall.SemaphoreUp => [Have(ObjectKind.Semaphore)],
        Hypercall.SemaphoreDown => [Have(ObjectKind.Semaphore), Deadline(), Below(2)],
        Hypercall.SystemInfo => [Below(11)],
        Hypercall.CreateDomain =>
            [New(), Have(ObjectKind.ProtectionDomain), Below(6) | (Below(12) << 16)],
        Hypercall.CreateThread =>
        [
            New(), Have(ObjectKind.ProtectionDomain), Utcb(), 0x1000,
            _random.Next(2) == 0 ? 0 : 0x40_0000ul, 5,
            _random.Next(2) == 0 ? 0 : Have(ObjectKind.Portal), 42,
        ],
        Hypercall.CreateVcpu =>
            [New(), Have(ObjectKind.ProtectionDomain), 40 + (Below(8) / 7), Below(9)],
        Hypercall.CreateSchedulingContext =>
        [
            New(), Have(ObjectKind.ExecutionContext), 100 + Below(4), Budget(), Period(),
            Partition(),
        ],
        Hypercall.CreatePortal =>
        [
            New(), Have(ObjectKind.ExecutionContext), 0x40_0004, Below(99),
            Often() ? Below(8) : Odd(),
        ],
        Hypercall.CreateSemaphore => [New(), Often() ? Below(4) : Odd()],
        Hypercall.CreateSegment =>
            [New(), Have(ObjectKind.MemorySegment), Page(), Page(), Below(8) << 4],
        Hypercall.Delegate =>
        [
            Below(3) == 0 ? Below(60) : Have((ObjectKind)(1 + Below(8))),
            Below(3) == 0 ? 0 : Have(ObjectKind.ProtectionDomain), New(), Rights(),
        ],
        Hypercall.Revoke => [Victim(), Below(5) == 4 ? Odd() : Below(2)],
        Hypercall.Discard => [Victim()],
        Hypercall.Map =>
        [
            Have(ObjectKind.ProtectionDomain), Have(ObjectKind.MemorySegment), Page(),
            0x4000_0000 + Page(), Often() ? Limits.PageBytes * (1 + Below(600)) : Odd(),
            Often() ? 1 + Below(7) : Odd(),
        ],
        Hypercall.Unmap => Mapped(),
        Hypercall.BindInterrupt => [Have(ObjectKind.Interrupt), Have(ObjectKind.Semaphore)],
        Hypercall.BindInterruptToVcpu =>
        [
            Have(ObjectKind.Interrupt), Have(ObjectKind.ExecutionContext),
            Often() ? 32 + Below(4) : Odd(),
        ],
        Hypercall.AcknowledgeInterrupt => [Have(ObjectKind.Interrupt)],
        Hypercall.VirtualInterrupt => [Have(ObjectKind.ExecutionContext), Request()],
        Hypercall.Recall => [Have(ObjectKind.ExecutionContext)],
        Hypercall.Stop =>
            [_random.Next(3) == 0 ? Have(ObjectKind.ExecutionContext) : 60 + Below(30)],
        _ => SystemArguments(number),
    };

    private ulong[] SystemArguments(Hypercall number) => number switch
    {
        Hypercall.ConsumedTime => [Have(ObjectKind.SchedulingContext)],
        Hypercall.AddWindow =>
        [
            Have(ObjectKind.System), Schedule(), Often() ? 0 : Odd(), Partition(), Window(),
            Often() ? Below(2) : Odd(),
        ],
        Hypercall.SwitchSchedule =>
        [
            Have(ObjectKind.System), Schedule() | (Below(2) == 0 ? NextSchedule() << 32 : 0),
            Below(2) == 0 ? 0 : Have(ObjectKind.Semaphore),
            world.State.Cpus[0].ScheduleTicks + (Below(6) == 0 ? Below(3) - 1 : 0),
        ],
        Hypercall.ConsoleWrite => [Have(ObjectKind.System), Below(70), .. Words()],
        Hypercall.Shutdown => [Have(ObjectKind.System), Below(3)],
        _ => [],
    };

    private ulong[] Words() => [Below(99), Below(99), 3, 4, 5, 6, 7, 8];

    private ulong Descriptor() => Often() ? Below(5) | (Below(3) << 32) : Odd();

    private ulong Action() => Often() ? Below(256) : Below(2) == 0 ? Odd() : 64;

    private ulong Budget() => Below(2) == 0 ? 0 : 1 + Below(100);

    private ulong Period() => Below(2) == 0 ? 0 : 50 + Below(400);

    private ulong Schedule() => Often() ? Below(Limits.SchedulesMax) : Odd();

    private ulong NextSchedule() => Below(4) == 0 ? Below(5) : world.State.NextSchedule;

    private ulong Partition() => Often() ? Below(4) : Below(2) == 0 ? Below(18) : Odd();

    private ulong Window() =>
        Often() ? StartingSystem.WindowTicks - 1 + Below(Below(3) == 0 ? 3 : 900) : Odd();

    // Its last tick, and one before and behind.
    private ulong UntilWindowEnds()
    {
        ref Cpu cpu = ref world.State.Cpus[0];
        ulong now = world.Machine.Clock.Ticks;
        return cpu.Schedule == 0 || cpu.WindowEndTicks <= now
            ? Below(3)
            : cpu.WindowEndTicks - now - 1 + Below(3);
    }

    private ulong Rights() =>
        Often() ? (ulong)(Abi.Rights)(_random.Next() | 0x1111_1111) & MaskOfKinds() : Odd();

    private ulong MaskOfKinds() => (ulong)uint.MaxValue >> (8 * _random.Next(3));

    private ulong Request() =>
        (Often() ? (Below(4) == 0 ? 27 : 32 + Below(8)) : Below(1024))
        | ((Often() ? Below(8) : Below(16)) << 12) | (Below(4) << 20)
        | (Below(8) == 0 ? 0 : 1ul << 24)
        | (Below(2) << 25);

    private ulong Utcb() => Often() ? NativeLayout.Utcb + Limits.PageBytes * Below(64) : Page();

    private ulong New() => Often() ? 60 + Below(40) : Below(2) == 0 ? Below(60) : Odd();

    private ulong Victim() => Often() ? 60 + Below(40) : Have((ObjectKind)(1 + Below(8)));

    private ulong Have(ObjectKind kind)
    {
        if (!Often()) return Below(2) == 0 ? Below(100) : Odd();
        Run<Capability> slots = world.Current.In(ref world.State).Slots;
        int found = 0;
        ulong chosen = 0;
        for (uint selector = 1; selector < Limits.SelectorsMax; selector++)
        {
            if (slots.At(selector).In(ref world.State).Kind != kind) continue;
            if (_random.Next(++found) == 0) chosen = selector;
        }
        return chosen;
    }

    private ulong[] Mapped()
    {
        int start = _random.Next(KernelState.MappingsMax);
        for (int count = 0; count < KernelState.MappingsMax; count++)
        {
            ref Bulkhead.Kernel.Memory.Mapping row =
                ref world.State.Mappings[(start + count) % KernelState.MappingsMax];
            if (row.Domain.IsNone) continue;
            ulong bytes = Often() ? row.Bytes : Odd();
            return [Have(ObjectKind.ProtectionDomain), row.Address.Value, bytes];
        }
        return [];
    }
}
