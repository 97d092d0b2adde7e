// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Emit;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>
/// Counts the mappings of a finished image and the table pages that they take, in the order in
/// which the partition manager makes them. Quotas do not count here: they bound a domain, and the
/// kernel takes pages as mappings need them.
/// </summary>
public sealed class ImageDemand
{
    // Where the manager maps the memory that it fills (its Workbench).
    private const ulong Workbench = 0x20_0000_0000;

    private readonly SystemImageTables _tables;
    private readonly int[] _threads;
    private readonly int _managerThreads;
    private readonly TablePages _manager = new();
    private int _managerMappings;

    private ImageDemand(SystemModel model, SystemImageTables tables)
    {
        _tables = tables;
        PoolDemand pages = KernelDemand.Of(model).First(d => d.Pool == KernelPool.MessagePages);
        _threads = [.. pages.Partitions];
        _managerThreads = pages.Manager;
        MapManager();
    }

    /// <summary>What is known when programs are compiled.</summary>
    /// <param name="model">The system.</param>
    /// <param name="tables">Its image.</param>
    /// <returns>The demand on each pool.</returns>
    public static IReadOnlyList<PoolDemand> Of(SystemModel model, SystemImageTables tables)
    {
        if (model.HasOtherManager)
        {
            return [];
        }

        ImageDemand demand = new(model, tables);
        return [demand.Mappings(), .. demand.TablePages()];
    }

    // Its program, the image, its message pages and its stacks, the last two in one block.
    private void MapManager()
    {
        SystemImageHeader header = _tables.Header;
        foreach (SegmentRecord segment in
            _tables.Segments.Take((int)header.ManagerSegmentCount))
        {
            _manager.Map(
                new MemoryRange(segment.Address, segment.MemoryBytes),
                header.ImageAddress + segment.ImageOffset);
        }

        MemoryRecord image = _tables.Memory[0];
        _manager.Map(
            new MemoryRange(BootLayout.Image, Alignment.Up(image.Bytes, Alignment.Page)),
            image.HostAddress);
        _manager.Map(new MemoryRange(NativeLayout.Utcb, Alignment.Page), 0);
        // Main and first server thread have their stacks in the program.
        _managerMappings = (int)header.ManagerSegmentCount + 1 + _managerThreads
            + (_managerThreads - 2);
    }

    private PoolDemand Mappings() => new(
        KernelPool.Mappings, _managerMappings,
        [.. _tables.Partitions.Select((partition, id) => _threads[id] + (int)partition.SegmentCount
            + ResourcesOf(partition).Count(IsPrograms) + ResourcesOf(partition).Count(IsGuests))]);

    private IEnumerable<PoolDemand> TablePages()
    {
        List<PartitionPages> all = [.. _tables.Partitions.Select(CountPages)];
        int[] own = [.. all.Select(pages => pages.Program + pages.Guest)];
        bool[] again = [.. _tables.Partitions.Select(IsRestarted)];
        // While the last programs are made, the manager's bench takes pages, and guests have none
        // yet; who is made again has all others beside it.
        int peak = _manager.Count + own.Sum();
        int programs = _manager.Count;
        for (int id = 0; id < all.Count; id++)
        {
            int others = again[id] ? _manager.Count + own.Sum() - own[id] : programs;
            peak = Math.Max(peak, Math.Max(programs, others) + all[id].Peak);
            programs += all[id].Program;
        }

        // Only one program is filled at a time.
        int bench = all.FindIndex(pages => pages.Bench == all.Max(other => other.Bench));
        return
        [
            new PoolDemand(KernelPool.TablePages, peak - own.Sum(), own),
            new PoolDemand(
                KernelPool.ManagerTablePages, _manager.Count,
                [.. all.Select((pages, id) => id == bench ? pages.Bench : 0)]),
        ];
    }

    private PartitionPages CountPages(PartitionRecord partition)
    {
        TablePages program = new();
        TablePages guest = new();
        int bench = 0;
        int peak = 0;
        foreach (SegmentRecord segment in _tables.Segments
            .Skip((int)partition.FirstSegment).Take((int)partition.SegmentCount))
        {
            bool isFilled = (segment.Access & MemoryAccess.Write) != 0;
            Place(segment.Memory, segment.MemoryOffset, segment.Address, segment.MemoryBytes,
                isFilled);
        }

        foreach (ResourceRecord resource in ResourcesOf(partition).Where(IsPrograms))
        {
            Place(resource.Memory, resource.MemoryOffset, resource.Address, resource.Bytes,
                resource.Kind == ResourceKind.Memory);
        }

        program.Map(new MemoryRange(NativeLayout.Utcb, Alignment.Page), 0);
        foreach (ResourceRecord resource in ResourcesOf(partition).Where(IsGuests))
        {
            guest.Map(new MemoryRange(resource.Address, resource.Bytes),
                _tables.Memory[(int)resource.Memory].HostAddress + resource.MemoryOffset);
        }

        return new PartitionPages(
            program.Count, partition.Machine.MemoryBytes == 0 ? 0 : guest.Count, bench, peak);

        void Place(uint memory, ulong offset, ulong address, ulong bytes, bool isFilled)
        {
            ulong host = _tables.Memory[(int)memory].HostAddress + offset;
            if (isFilled)
            {
                TablePages filled = new();
                filled.Map(new MemoryRange(Workbench, bytes), host);
                // Without the root, which the manager has.
                bench = Math.Max(bench, filled.Count - 1);
                peak = Math.Max(peak, program.Count + filled.Count - 1);
            }

            program.Map(new MemoryRange(address, bytes), host);
        }
    }

    private IEnumerable<ResourceRecord> ResourcesOf(PartitionRecord partition) =>
        _tables.Resources.Skip((int)partition.FirstResource).Take((int)partition.ResourceCount);

    private static bool IsPrograms(ResourceRecord resource) =>
        resource.Kind is not (ResourceKind.Interrupt or ResourceKind.GuestDevice);

    private static bool IsGuests(ResourceRecord resource) =>
        resource.Kind is ResourceKind.GuestMemory or ResourceKind.GuestDevice;

    private static bool IsRestarted(PartitionRecord partition)
    {
        PartitionRecord.ScheduleActionTable actions = partition.ScheduleActions;
        return ((ReadOnlySpan<ScheduleChangeAction>)actions)
            .ContainsAnyExcept(ScheduleChangeAction.Ignore);
    }

    // What a partition has in the end, and the most while its program is filled: what the bench of
    // the manager takes, and that with what the program has by then.
    private readonly record struct PartitionPages(int Program, int Guest, int Bench, int Peak);
}
