// SPDX-License-Identifier: MIT
using System.Numerics;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Boards;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>
/// Counts what the kernel and the partition manager make of a description: object by object what
/// the builders of the manager create, without what programs create for themselves. What another
/// manager makes is not known.
/// </summary>
public sealed class KernelDemand
{
    private const int ExitPortals = (int)ExitKind.Recall + 1;

    private readonly SystemModel _model;
    private readonly IReadOnlyList<ChannelRecord> _channels;
    private readonly IReadOnlyList<uint> _servers;

    private KernelDemand(SystemModel model)
    {
        _model = model;
        _channels = ChannelTable.Of(model);
        _servers = ServerCpus.Find(model, _channels);
    }

    /// <summary>What is known before programs are compiled.</summary>
    /// <param name="model">The system.</param>
    /// <returns>The demand on each pool.</returns>
    public static IReadOnlyList<PoolDemand> Of(SystemModel model)
    {
        KernelDemand demand = new(model);
        // The kernel itself makes these.
        PoolDemand memory = demand.Memory();
        return model.HasOtherManager ? [memory] :
        [
            demand.Contexts(), demand.MessagePages(), demand.VirtualCpus(),
            demand.SchedulingContexts(), demand.Portals(), demand.Semaphores(),
            demand.RunQueues(), memory, demand.Objects(),
        ];
    }

    /// <summary>Threads of the manager: its main thread, a server thread on each processor, and the
    /// one that restarts.</summary>
    private int ManagerThreads =>
        1 + Count(ServerCpus.OfAll(_model, _servers)) + (HasRestarts ? 1 : 0);

    private IEnumerable<int> Partitions => Enumerable.Range(0, _model.Partitions.Count);

    private bool HasRestarts => _model.Schedules.Any(_model.HasRestarts);

    private PoolDemand Contexts() => Demand(
        KernelPool.Contexts, ManagerThreads, id => Threads(id) + Vcpus(id));

    private PoolDemand MessagePages() =>
        Demand(KernelPool.MessagePages, ManagerThreads, Threads);

    private PoolDemand VirtualCpus() => Demand(KernelPool.VirtualCpus, 0, Vcpus);

    // A server thread runs on its callers' time.
    private PoolDemand SchedulingContexts() => Demand(
        KernelPool.SchedulingContexts, HasRestarts ? 2 : 1,
        id => 1 + Declared(id) + Vcpus(id));

    private PoolDemand Portals()
    {
        // To the console on each processor, and for who restarts one more on the first.
        int console = _model.Console is ConsoleModel model
            ? Count(_servers[model.ServerIndex]) + (int)(_servers[model.ServerIndex] & 1) : 0;
        return Demand(KernelPool.Portals, console, PortalsOf);
    }

    // Faults and service on each processor; one for itself; bodies and what helps server threads;
    // exits; and its channels.
    private int PortalsOf(int id) => (2 * Count(Cpus(id)))
        + (int)((_servers[id] >> _model.Partitions[id].Schedule.Cpu) & 1)
        + ThreadPairs(id) + (Vcpus(id) * ExitPortals) + ChannelPortals(id);

    // Text goes from every processor; of the other channels those that have a place there.
    private int ChannelPortals(int id)
    {
        ChannelRecord[] own = [.. _channels.Where(channel => channel.From == id)];
        int portals = own.Count(channel => channel.Kind == ChannelKind.Portal);
        int spread = own.Length - portals + Math.Min(portals, (int)Selectors.CpuChannelsMax);
        return own.Length + (spread * (Count(Cpus(id)) - 1));
    }

    // The manager's tell of overruns and of schedules that begin. Each partition has one that wakes
    // it, and one for each interrupt.
    private PoolDemand Semaphores() => Demand(
        KernelPool.Semaphores, (CanOverrun() ? 2 : 0) + (HasRestarts ? 1 : 0),
        id => 1 + ThreadPairs(id) + Interrupts(id));

    private bool CanOverrun() => _model.Partitions.Any(partition =>
        partition.Schedule is { BudgetNanoseconds: not 0, PeriodNanoseconds: not 0 }
        || partition.Threads.Any(thread => thread.PeriodNanoseconds != 0));

    // Those of a time partition count for the first partition in it. The manager's is where it
    // restarts.
    private PoolDemand RunQueues() => Demand(
        KernelPool.RunQueues, HasRestarts ? 1 : 0,
        id => _model.Partitions[id].Schedule.TimePartition?.Name is string name
            && _model.Partitions.Take(id).All(p => p.Schedule.TimePartition?.Name != name)
            ? _model.Schedules.SelectMany(schedule => schedule.Windows)
                .Where(window => window.TimePartition == name)
                .Select(window => window.Cpu).Distinct().Count()
            : 0);

    // The image and the manager's stacks; each program's memory, each guest's, each device's pages.
    private PoolDemand Memory() => Demand(
        KernelPool.Memory, ManagerThreads > 2 ? 2 : 1,
        id => 1 + (_model.Partitions[id] is VirtualMachineModel ? 1 : 0)
            + Devices(id).Select(device => device.Pages).Distinct().Count());

    // Whatever the manager creates, in its capability space (CapacityCheck of the manager), and the
    // portals of channels as if all of them had a place on every processor. Its portals to the
    // console have places of their own.
    private PoolDemand Objects()
    {
        int interrupts = Partitions.Sum(id => Interrupts(id));
        return Demand(
            KernelPool.Objects(interrupts, Memory().Total),
            ManagerThreads - 1 + (HasRestarts ? 2 : 0) + (CanOverrun() ? 2 : 0), ObjectsOf);
    }

    // Domain, threads with their scheduling contexts, semaphores and portals; the guest's domain,
    // virtual processors with scheduling contexts and exits.
    private int ObjectsOf(int id) => 1 + Threads(id) + 1 + Declared(id)
        + 1 + ThreadPairs(id) + Interrupts(id)
        + (2 * Count(Cpus(id))) + (_servers[id] != 0 ? 1 : 0) + ThreadPairs(id)
        + (_channels.Count(channel => channel.From == id) * Count(Cpus(id)))
        + (_model.Partitions[id] is VirtualMachineModel ? 1 : 0)
        + (Vcpus(id) * (ExitPortals + 2));

    private PoolDemand Demand(KernelPool pool, int manager, Func<int, int> count) =>
        new(pool, manager, [.. Partitions.Select(count)]);

    // Main and server threads; a carrier and a body for each declared one, and the main thread's
    // body beside them.
    private int Threads(int id) =>
        1 + Count(_servers[id]) + (Declared(id) == 0 ? 0 : (2 * Declared(id)) + 1);

    // Whoever declares threads has a portal and a semaphore for each body and each server thread.
    private int ThreadPairs(int id) =>
        Declared(id) == 0 ? 0 : Declared(id) + 1 + Count(_servers[id]);

    private int Interrupts(int id) => Devices(id).Sum(device => device.InterruptIds.Count);

    private int Declared(int id) => _model.Partitions[id].Threads.Count;

    private int Vcpus(int id) => (_model.Partitions[id] as VirtualMachineModel)?.CpuCount ?? 0;

    private uint Cpus(int id) => _servers[id] | ServerCpus.Threads(_model, (uint)id);

    private IReadOnlyList<BoardDevice> Devices(int id) =>
        (_model.Partitions[id] as NativePartitionModel)?.Devices ?? [];

    private static int Count(uint cpus) => BitOperations.PopCount(cpus);
}
