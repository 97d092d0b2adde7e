// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Running;
using Bulkhead.Simulation.Systems;

namespace Bulkhead.Simulation.Interference;

/// <summary>
/// A system of partitions like those that the partition manager makes: each has threads, a server,
/// semaphores, memory and an interrupt of its own, and no way to the others but what the policy
/// names. Objects stand on quotas whose sum fits the kernel's pools.
/// </summary>
public sealed class PartitionedSystem
{
    /// <summary>Partitions of the system.</summary>
    public const int PartitionCount = 3;

    private const uint FirstDomain = 16;
    private const uint Parking = 250;
    private const ushort ObjectsMax = 14;
    private const ushort TablePagesMax = 6;
    private const ulong Stack = 0x70_0000;
    private const ulong SegmentBytes = 8ul << 20;

    private readonly World _world;
    private readonly Random _random;
    private uint _next = 32;

    private PartitionedSystem(World world, Random random)
    {
        _world = world;
        _random = random;
    }

    /// <summary>Selector, in each partition, of a semaphore on which its threads rest for
    /// ever.</summary>
    public static uint RestSelector => Parking;

    /// <summary>Makes the partitions and lets the manager rest.</summary>
    /// <param name="world">A freshly booted system.</param>
    /// <param name="seed">Chooses numbers and priorities.</param>
    /// <param name="policy">Ways between partitions.</param>
    public static void Build(World world, int seed, InterferencePolicy policy)
    {
        PartitionedSystem system = new(world, new Random(seed));
        for (uint index = 0; index < PartitionCount; index++) system.BuildPartition(index);
        if (policy == InterferencePolicy.OneWayDoorbell) system.AddDoorbell();
        if (policy == InterferencePolicy.OneWayMemory) system.AddSharedMemory();
        system.Call(Hypercall.CreateSemaphore, Parking, 0);
        world.Apply(SimulationEvent.Call(
            Hypercall.SemaphoreDown, Parking, ulong.MaxValue, 0));
    }

    /// <summary>A partition's domain.</summary>
    /// <param name="world">The system.</param>
    /// <param name="index">Its number.</param>
    /// <returns>The domain.</returns>
    public static Link<ProtectionDomain> DomainOf(World world, int index) =>
        world.State.System.RootDomain.In(ref world.State).Slots.At(FirstDomain + (uint)index)
            .In(ref world.State).Object.Reinterpret<ProtectionDomain>();

    /// <summary>The partition that runs, -1 for none.</summary>
    /// <param name="world">The system.</param>
    /// <returns>Its number.</returns>
    public static int RunningPartition(World world)
    {
        if (world.Current.IsNone) return -1;
        Link<ProtectionDomain> domain = world.Current.In(ref world.State).Domain;
        for (int index = 0; index < PartitionCount; index++)
        {
            if (DomainOf(world, index) == domain) return index;
        }
        return -1;
    }

    private void BuildPartition(uint index)
    {
        uint domain = FirstDomain + index;
        Call(Hypercall.CreateDomain, domain, Selectors.OwnDomain,
            new DomainQuota(TablePagesMax, ObjectsMax).Value);
        uint server = Create(Hypercall.CreateThread, domain, Utcb(0), Stack);
        uint portal = Create(Hypercall.CreatePortal, server, 0x40_0000, index);
        Give(portal, domain, Rights.PortalCall);
        Give(server, domain, Rights.ContextControl);
        for (uint number = 1; number <= 2; number++)
        {
            uint thread =
                Create(Hypercall.CreateThread, domain, Utcb(number), Stack, 0x40_0000, 0, portal);
            Create(Hypercall.CreateSchedulingContext, thread, (ulong)_random.Next(1, 200));
            Give(thread, domain, Rights.ContextControl);
        }
        BuildResources(index, domain);
    }

    private void BuildResources(uint index, uint domain)
    {
        for (int count = 0; count < 2; count++)
        {
            Give(Create(Hypercall.CreateSemaphore, (ulong)_random.Next(2)), domain,
                Rights.SemaphoreAll);
        }
        uint rest = Create(Hypercall.CreateSemaphore, 0);
        Call(Hypercall.Delegate, rest, domain, Parking, (ulong)Rights.SemaphoreAll);
        uint segment = Create(Hypercall.CreateSegment, Selectors.BootSegments + 1,
            index * SegmentBytes, SegmentBytes, (ulong)Rights.SegmentAll);
        Give(segment, domain, Rights.SegmentAll);
        Call(Hypercall.Delegate, Selectors.BootInterrupts + index, domain, _next++,
            (ulong)Rights.InterruptBind);
        Call(Hypercall.Delegate, domain, domain, Selectors.OwnDomain,
            (ulong)(Rights.DomainMap | Rights.DomainDelegate));
    }

    private void AddDoorbell()
    {
        uint bell = Create(Hypercall.CreateSemaphore, 0);
        Give(bell, FirstDomain, Rights.SemaphoreUp);
        Give(bell, FirstDomain + 1, Rights.SemaphoreDown);
    }

    private void AddSharedMemory()
    {
        uint segment = Create(Hypercall.CreateSegment, Selectors.BootSegments + 1,
            PartitionCount * SegmentBytes, SegmentBytes, (ulong)Rights.SegmentAll);
        Give(segment, FirstDomain, Rights.SegmentRead);
        Give(segment, FirstDomain + 1, Rights.SegmentRead | Rights.SegmentWrite);
    }

    private uint Create(Hypercall number, params ReadOnlySpan<ulong> arguments)
    {
        Span<ulong> words = stackalloc ulong[EventWords.Count];
        uint selector = _next++;
        words[0] = selector;
        arguments.CopyTo(words[1..]);
        Call(number, words);
        return selector;
    }

    private void Give(uint source, uint domain, Rights rights) =>
        Call(Hypercall.Delegate, source, domain, source, (ulong)rights);

    private void Call(Hypercall number, params ReadOnlySpan<ulong> arguments)
    {
        _world.Apply(SimulationEvent.Call(number, arguments));
        ResultCode result = new(_world.Root.In(ref _world.State).Frame[0]);
        if (result.IsSuccess) return;
        throw new SimulationException($"{number} refused: {result.Status} {result.Reason}");
    }

    private static ulong Utcb(uint number) => NativeLayout.Utcb + (number * Limits.PageBytes);
}
