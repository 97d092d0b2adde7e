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
/// <param name="servers">Processors with a server thread of each partition.</param>
public sealed class PartitionRecordBuilder(
    SystemImageTables tables, MemoryPlan plan, ulong imageAddress, IReadOnlyList<uint> servers)
{
    private const ulong NoInterrupt = ulong.MaxValue;
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
        ulong stacks = Stacks(partition).Aggregate(0UL, (sum, range) => sum + range.Size);
        _programMemory[partition.Id] = plan.Allocate(InformationBytes + stacks + size,
            Alignment.Page, MemoryAccess.Read | MemoryAccess.Write, partition.Id);
    }

    // Stacks besides those of the program.
    private IEnumerable<MemoryRange> Stacks(PlacedPartition partition)
    {
        MemoryRange[] stacks =
        [
            .. OtherCpus(partition).Select(cpu => StackOf(
                NativeLayout.ServerStacks + ((ulong)(cpu + 1) * NativeLayout.ServerStackStride),
                NativeLayout.ServerStackBytes)),
            .. Enumerable.Range(1, partition.Setup.Model.Threads.Count).Select(number => StackOf(
                NativeLayout.ThreadStacks + ((ulong)(number + 1) * NativeLayout.ThreadStackStride),
                NativeLayout.ThreadStackBytes)),
        ];
        return partition.Setup.Program.FaultEntry == 0 ? stacks
            : [.. stacks, .. stacks.Select(stack => StackOf(
                stack.Base - Limits.PageBytes, NativeLayout.ReserveStackBytes))];
    }

    private static MemoryRange StackOf(ulong top, ulong size) => new(top - size, size);

    // Processors other than its own with a server thread; its own one's stack is the program's.
    private IEnumerable<int> OtherCpus(PlacedPartition partition) =>
        Enumerable.Range(0, Limits.CpusMax).Where(cpu =>
            cpu != partition.Setup.Model.Schedule.Cpu
            && ((servers[(int)partition.Id] >> cpu) & 1) != 0);

    /// <summary>Gives a guest its memory, so that large pages can map it.</summary>
    /// <param name="partition">A virtual machine.</param>
    public void AddGuestMemory(PlacedPartition partition) =>
        _guestMemory[partition.Id] = plan.Allocate(
            partition.Setup.Guest!.Memory.Size, Alignment.LargePage,
            MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute, partition.Id);

    /// <summary>Adds all records of a partition.</summary>
    /// <param name="partition">The partition, after its memory.</param>
    /// <param name="model">The system: its schedules and time partitions.</param>
    public void AddPartition(PlacedPartition partition, SystemModel model)
    {
        uint firstSegment = (uint)tables.Segments.Count;
        uint firstResource = (uint)tables.Resources.Count;
        TablePages pages = new();
        pages.Map(new MemoryRange(NativeLayout.PartitionInfo, Alignment.Page), 0);
        pages.Map(
            new MemoryRange(NativeLayout.Utcb, NativeLayout.UtcbPagesMax * Alignment.Page), 0);
        AddInformationPage(partition);
        ulong used = AddStacks(partition, pages);
        used = AddSegments(partition, used, pages);
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

        tables.Threads.Add([.. partition.Setup.Model.Threads.Select(RecordOf)]);
        tables.Partitions.Add(MakeRecord(partition) with
        {
            FirstSegment = firstSegment,
            SegmentCount = (uint)tables.Segments.Count - firstSegment,
            FirstResource = firstResource,
            ResourceCount = (uint)tables.Resources.Count - firstResource,
            TablePages = (ushort)(pages.Count + SpareTablePages),
            GuestTablePages = (ushort)(partition.Setup.Guest is null ? 0
                : guestPages.Count + SpareTablePages),
            TimePartition = model.NumberOf(partition.Setup.Model.Schedule.TimePartition?.Name),
            ScheduleActions = ActionsOf(partition.Setup.Model.Schedule, model.Schedules),
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

    private ulong AddStacks(PlacedPartition partition, TablePages pages)
    {
        ulong used = InformationBytes;
        foreach (MemoryRange range in Stacks(partition))
        {
            pages.Map(range, 0);
            tables.Resources.Add(new ResourceRecord
            {
                Kind = ResourceKind.Memory,
                Access = MemoryAccess.Read | MemoryAccess.Write,
                Address = range.Base,
                Bytes = range.Size,
                Memory = (uint)_programMemory[partition.Id],
                MemoryOffset = used,
            });
            used += range.Size;
        }

        return used;
    }

    private ulong AddSegments(PlacedPartition partition, ulong used, TablePages pages)
    {
        int memory = _programMemory[partition.Id];
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
        int memory = _programMemory[partition.Id];
        ulong size = plan.Records[memory].Bytes - used;
        if (size == 0)
        {
            return;
        }

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
            MemoryRange range = device.Pages;
            pages.Map(range, range.Base);
            tables.Resources.Add(new ResourceRecord
            {
                Kind = ResourceKind.Device,
                Access = MemoryAccess.Read | MemoryAccess.Write,
                Address = range.Base,
                Bytes = range.Size,
                Memory = (uint)plan.Device(range.Base, range.Size, partition.Id),
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

    private PartitionRecord MakeRecord(PlacedPartition partition)
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
            FaultEntry = program.FaultEntry,
            SystemRights = model is NativePartitionModel { MaySwitchSchedules: true }
                ? Rights.SystemSchedule : Rights.None,
            Cpu = (uint)model.Schedule.Cpu,
            ServerCpus = servers[(int)partition.Id],
        };
        if (partition.Setup.Guest is GuestSetup guest)
        {
            record.Machine = new VirtualMachineInfo
            {
                MemoryBase = guest.Memory.Base,
                MemoryBytes = guest.Memory.Size,
                Entry = guest.Entry,
                DeviceTree = guest.DeviceTree,
                VcpuCount = (uint)guest.Pins.Count,
                VcpuCpus = CpusOf(guest.Pins),
            };
        }

        return record;
    }

    private static ThreadInfo RecordOf(ThreadModel thread) => new()
    {
        Name = SystemImageBuilder.NameOf(thread.Name),
        Priority = thread.Priority,
        Cpu = (uint)thread.Cpu,
        BudgetNanoseconds = thread.BudgetNanoseconds,
        PeriodNanoseconds = thread.PeriodNanoseconds,
    };

    private static PartitionRecord.ScheduleActionTable ActionsOf(
        ScheduleModel model, IReadOnlyList<MajorFrameModel> schedules)
    {
        PartitionRecord.ScheduleActionTable actions = default;
        for (int i = 0; i < schedules.Count; i++)
        {
            actions[i] = model.ActionIn(schedules[i].Name);
        }

        return actions;
    }

    private static VirtualMachineInfo.VcpuCpuTable CpusOf(IReadOnlyList<int> pins)
    {
        VirtualMachineInfo.VcpuCpuTable cpus = default;
        for (int number = 0; number < pins.Count; number++)
        {
            cpus[number] = (byte)pins[number];
        }

        return cpus;
    }
}
