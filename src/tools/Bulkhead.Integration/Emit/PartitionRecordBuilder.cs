// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Boards;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Emit;

/// <summary>Makes the records of partitions: segments, resources, payloads and memory.</summary>
/// <param name="tables">Where the records go.</param>
/// <param name="plan">Hands out memory.</param>
/// <param name="imageAddress">Host-physical address of the image.</param>
public sealed class PartitionRecordBuilder(
    SystemImageTables tables, MemoryPlan plan, ulong imageAddress)
{
    private const ulong NoInterrupt = ulong.MaxValue;
    private const int ThreadCount = 2;

    // The page at NativeLayout.PartitionInfo is the first of a program's memory.
    private const ulong InformationBytes = Alignment.Page;

    // One table above the exact count: a grant that is added later must not need a new image.
    private const int SpareTablePages = 1;

    private readonly Dictionary<uint, int> _programMemory = [];
    private readonly Dictionary<uint, int> _guestMemory = [];

    /// <summary>Gives a partition's program its memory.</summary>
    /// <param name="partition">The partition.</param>
    public void AddProgram(PlacedPartition partition)
    {
        ulong size = partition.Setup.Model is NativePartitionModel native
            ? native.MemorySize : partition.Setup.Program.WritableSize;
        _programMemory[partition.Id] = plan.Allocate(InformationBytes + size, Alignment.Page,
            MemoryAccess.Read | MemoryAccess.Write, partition.Id);
    }

    /// <summary>Gives a guest its memory, so that large pages can map it.</summary>
    /// <param name="partition">A virtual machine.</param>
    public void AddGuestMemory(PlacedPartition partition) =>
        _guestMemory[partition.Id] = plan.Allocate(
            partition.Setup.Guest!.Memory.Size, Alignment.LargePage,
            MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute, partition.Id);

    /// <summary>Adds all records of a partition.</summary>
    /// <param name="partition">The partition, after its memory.</param>
    /// <param name="timePartition">Number of its time partition.</param>
    public void AddPartition(PlacedPartition partition, uint timePartition)
    {
        uint firstSegment = (uint)tables.Segments.Count;
        uint firstResource = (uint)tables.Resources.Count;
        TablePages pages = new();
        pages.Map(new MemoryRange(NativeLayout.PartitionInfo, Alignment.Page), 0);
        pages.Map(new MemoryRange(NativeLayout.Utcb, ThreadCount * Alignment.Page), 0);
        AddInformationPage(partition);
        ulong used = AddSegments(partition, pages);
        if (partition.Setup.Model is NativePartitionModel native)
        {
            AddMemory(partition, native, used, pages);
            AddDevices(partition, native, pages);
        }

        TablePages guestPages = new();
        if (partition.Setup.Guest is GuestSetup guest)
        {
            AddGuest(partition, guest, pages, guestPages);
        }

        tables.Partitions.Add(MakeRecord(partition) with
        {
            FirstSegment = firstSegment,
            SegmentCount = (uint)tables.Segments.Count - firstSegment,
            FirstResource = firstResource,
            ResourceCount = (uint)tables.Resources.Count - firstResource,
            TablePages = (ushort)(pages.Count + SpareTablePages),
            GuestTablePages = (ushort)(partition.Setup.Guest is null ? 0
                : guestPages.Count + SpareTablePages),
            TimePartition = timePartition,
        });
    }

    private void AddInformationPage(PlacedPartition partition) =>
        tables.Resources.Add(new ResourceRecord
        {
            Kind = ResourceKind.Memory,
            Access = MemoryAccess.Read | MemoryAccess.Write,
            Address = NativeLayout.PartitionInfo,
            Bytes = InformationBytes,
            Memory = (uint)_programMemory[partition.Id],
        });

    private ulong AddSegments(PlacedPartition partition, TablePages pages)
    {
        int memory = _programMemory[partition.Id];
        ulong used = InformationBytes;
        for (int i = 0; i < partition.Segments.Count; i++)
        {
            ProgramSegment segment = partition.Setup.Program.Segments[i];
            BodyBlock block = partition.Segments[i];
            ulong offset = segment.IsWritable ? used : block.Offset;
            used += segment.IsWritable ? segment.MemorySize : 0;
            int record = segment.IsWritable ? memory : 0;
            tables.Segments.Add(new SegmentRecord
            {
                Address = segment.Address,
                MemoryBytes = segment.MemorySize,
                ImageOffset = block.Offset,
                FileBytes = block.Size,
                Hash = block.Hash,
                Access = segment.Access,
                Memory = (uint)record,
                MemoryOffset = offset,
            });
            pages.Map(new MemoryRange(segment.Address, segment.MemorySize),
                plan.Records[record].HostAddress + offset);
        }

        return used;
    }

    // What the program's own data leaves of the partition's memory follows the program.
    private void AddMemory(
        PlacedPartition partition, NativePartitionModel native, ulong used, TablePages pages)
    {
        ulong size = InformationBytes + native.MemorySize - used;
        if (size == 0)
        {
            return;
        }

        int memory = _programMemory[partition.Id];
        MemoryRange range = new(partition.Setup.Program.End + Alignment.Page, size);
        pages.Map(range, plan.Records[memory].HostAddress + used);
        tables.Resources.Add(new ResourceRecord
        {
            Kind = ResourceKind.Memory,
            Access = MemoryAccess.Read | MemoryAccess.Write,
            Address = range.Base,
            Bytes = range.Size,
            Memory = (uint)memory,
            MemoryOffset = used,
        });
    }

    private void AddDevices(
        PlacedPartition partition, NativePartitionModel native, TablePages pages)
    {
        uint interruptCount = 0;
        foreach (BoardDevice device in native.Devices)
        {
            ulong start = Alignment.Down(device.RegisterBase, Alignment.Page);
            ulong end = Alignment.Up(device.RegisterBase + device.RegisterSize, Alignment.Page);
            MemoryRange range = new(start, end - start);
            pages.Map(range, start);
            tables.Resources.Add(new ResourceRecord
            {
                Kind = ResourceKind.Device,
                Access = MemoryAccess.Read | MemoryAccess.Write,
                Address = start,
                Bytes = range.Size,
                Memory = (uint)plan.Device(start, range.Size, partition.Id),
                Detail = device.InterruptIds.Count > 0 ? interruptCount : NoInterrupt,
            });
            interruptCount += (uint)device.InterruptIds.Count;
        }

        foreach (BoardDevice device in native.Devices)
        {
            tables.Resources.AddRange(device.InterruptIds.Select(id => new ResourceRecord
            {
                Kind = ResourceKind.Interrupt,
                Index = id,
                Detail = device.IsEdgeTriggered ? 1u : 0u,
            }));
        }
    }

    private void AddGuest(
        PlacedPartition partition, GuestSetup guest, TablePages pages, TablePages guestPages)
    {
        int memory = _guestMemory[partition.Id];
        pages.Map(guest.Memory, plan.Records[memory].HostAddress);
        guestPages.Map(guest.Memory, plan.Records[memory].HostAddress);
        tables.Resources.Add(new ResourceRecord
        {
            Kind = ResourceKind.GuestMemory,
            Access = MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute,
            Address = guest.Memory.Base,
            Bytes = guest.Memory.Size,
            Memory = (uint)memory,
        });
        ulong window = NativeLayout.Payloads;
        for (int i = 0; i < partition.Payloads.Count; i++)
        {
            window = AddPayload(partition.Payloads[i], guest.Payloads[i].Address, window, pages);
        }
    }

    // The window keeps the payload's offset within 2 MiB, so that large pages can map it.
    private ulong AddPayload(BodyBlock block, ulong guestAddress, ulong window, TablePages pages)
    {
        ulong host = imageAddress + block.Offset;
        MemoryRange range = new(
            window + (host % Alignment.LargePage), Alignment.Up(block.Size, Alignment.Page));
        pages.Map(range, host);
        tables.Resources.Add(new ResourceRecord
        {
            Kind = ResourceKind.GuestPayload,
            Access = MemoryAccess.Read,
            Address = range.Base,
            Bytes = range.Size,
            Memory = 0,
            MemoryOffset = block.Offset,
            Index = (uint)tables.Payloads.Count,
            Detail = guestAddress,
        });
        tables.Payloads.Add(new PayloadRecord
        {
            ImageOffset = block.Offset,
            Bytes = block.Size,
            Hash = block.Hash,
        });
        return Alignment.Up(range.End, Alignment.LargePage);
    }

    private static PartitionRecord MakeRecord(PlacedPartition partition)
    {
        PartitionModel model = partition.Setup.Model;
        ProgramImage program = partition.Setup.Program;
        bool isMachine = partition.Setup.Guest is not null;
        PartitionRecord record = new()
        {
            Name = SystemImageBuilder.NameOf(model.Name),
            Id = partition.Id,
            // A monitor outranks its own guest: input must reach a guest that computes.
            Priority = isMachine ? Math.Min(255u, model.Schedule.Priority + 1u)
                : model.Schedule.Priority,
            VcpuPriority = isMachine ? model.Schedule.Priority : 0u,
            BudgetNanoseconds = model.Schedule.BudgetNanoseconds,
            PeriodNanoseconds = model.Schedule.PeriodNanoseconds,
            Argument = (model as NativePartitionModel)?.Argument ?? 0,
            Entry = program.Entry,
            StackTop = program.StackTop,
            ServerStackTop = program.ServerStackTop,
            SystemRights = model is NativePartitionModel { MaySwitchSchedules: true }
                ? Rights.SystemSchedule : Rights.None,
        };
        if (partition.Setup.Guest is GuestSetup guest)
        {
            record.Machine = new VirtualMachineInfo
            {
                MemoryBase = guest.Memory.Base,
                MemoryBytes = guest.Memory.Size,
                Entry = guest.Entry,
                DeviceTree = guest.DeviceTree,
                VcpuCount = (uint)guest.CpuCount,
            };
        }

        return record;
    }
}
