// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Emit;

/// <summary>
/// Lays a system out in memory and makes its binary image: body first, as its size decides where
/// the partitions' memory begins, then the records.
/// </summary>
public sealed class SystemImageBuilder
{
    private readonly SystemSetup _setup;
    private readonly SystemImageTables _tables = new();
    private readonly ImageBody _body = new(SystemImageWriter.TableAreaSize);

    private SystemImageBuilder(SystemSetup setup) => _setup = setup;

    private ulong ImageAddress => _setup.Kernel.ImageAddress;

    /// <summary>Makes the image.</summary>
    /// <param name="setup">What goes in; every program and payload has been checked to fit.</param>
    /// <returns>The image and how it was laid out.</returns>
    public static SystemImage Build(SystemSetup setup) => new SystemImageBuilder(setup).Build();

    private SystemImage Build()
    {
        IReadOnlyList<BodyBlock> manager = [.. _setup.Manager.Segments.Select(segment =>
            segment.IsWritable ? _body.AddOwn(segment.Bytes, segment.MemorySize)
                : _body.AddShared(segment.Bytes))];
        PlacedPartition[] partitions = [.. _setup.Partitions.Select(Place)];
        MemoryPlan plan = new(ImageAddress, _body.End);
        AddManager(manager);
        _tables.Channels.AddRange(ChannelTable.Of(_setup.Model));
        IReadOnlyList<uint> servers = ServerCpus.Find(_setup.Model, _tables.Channels);
        PartitionRecordBuilder builder = new(_tables, plan, ImageAddress, servers);
        foreach (PlacedPartition partition in partitions)
        {
            builder.AddProgram(partition);
        }

        foreach (PlacedPartition partition in partitions.Where(p => p.Setup.Guest is not null))
        {
            builder.AddGuestMemory(partition);
        }

        foreach (PlacedPartition partition in partitions)
        {
            builder.AddPartition(partition, _setup.Model);
        }

        AddManagerStacks(plan, servers);
        AddFrameWindows();
        _tables.Memory.AddRange(plan.Records);
        _tables.Header = MakeHeader(plan.End, (uint)manager.Count);
        return new SystemImage(SystemImageWriter.Write(_tables, _body), ImageAddress, _tables);
    }

    private PlacedPartition Place(PartitionSetup setup, int index) => new(
        setup,
        (uint)index,
        [.. setup.Program.Segments.Select(segment => _body.AddShared(segment.Bytes))],
        [.. setup.Guest?.Payloads.Select(payload => _body.AddShared(payload.Bytes)) ?? []]);

    // The manager runs wholly out of the image: nobody is there yet to give it memory.
    private void AddManager(IReadOnlyList<BodyBlock> blocks)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            ProgramSegment segment = _setup.Manager.Segments[i];
            _tables.Segments.Add(new SegmentRecord
            {
                Address = segment.Address,
                MemoryBytes = segment.MemorySize,
                ImageOffset = blocks[i].Offset,
                FileBytes = blocks[i].Size,
                Hash = blocks[i].Hash,
                Access = segment.Access,
                Memory = 0,
                MemoryOffset = blocks[i].Offset,
            });
        }
    }

    // Its stack on the first processor is a part of its program. Who restarts has one here too.
    private void AddManagerStacks(MemoryPlan plan, IReadOnlyList<uint> servers)
    {
        int count = BitOperations.PopCount(ServerCpus.OfAll(_setup.Model, servers)) - 1
            + (_setup.Model.Schedules.Any(_setup.Model.HasRestarts) ? 1 : 0);
        if (count > 0)
        {
            plan.Allocate((ulong)count * NativeLayout.ServerStackBytes, Alignment.Page,
                MemoryAccess.Read | MemoryAccess.Write, MemoryPlan.Manager);
        }
    }

    private void AddFrameWindows()
    {
        SystemModel model = _setup.Model;
        for (int i = 0; i < model.Schedules.Count; i++)
        {
            uint schedule = (uint)i;
            _tables.FrameWindows.AddRange(model.Schedules[i].Windows.Select(window =>
                new FrameWindowRecord
                {
                    Schedule = schedule,
                    Cpu = (uint)window.Cpu,
                    TimePartition = model.NumberOf(window.TimePartition),
                    Flags = window.IsExclusive ? FrameWindowFlags.Exclusive : FrameWindowFlags.None,
                    DurationNanoseconds = window.DurationNanoseconds,
                }));
        }
    }

    private SystemImageHeader MakeHeader(ulong memoryEnd, uint managerSegmentCount)
    {
        ConsoleModel? console = _setup.Model.Console;
        ulong memoryBase = _setup.Model.Board.MemoryBase;
        return new SystemImageHeader
        {
            Board = NameOf(_setup.Model.Board.Name),
            ConsoleFocus = (uint)(console?.FocusIndex ?? 0),
            ConsoleEscapeKey = console?.EscapeKey ?? 0,
            ConsolePartition = console is null ? uint.MaxValue : (uint)console.ServerIndex,
            MemoryBase = memoryBase,
            MemoryBytes = memoryEnd - memoryBase,
            ImageAddress = ImageAddress,
            KernelEnd = _setup.Kernel.End,
            ManagerEntry = _setup.Manager.Entry,
            ManagerStackTop = _setup.Manager.StackTop,
            ManagerServerStackTop = _setup.Manager.ServerStackTop,
            ManagerSegmentCount = managerSegmentCount,
            CpuCount = (uint)_setup.Model.CpuCount,
        };
    }

    internal static PartitionName NameOf(string text)
    {
        PartitionName name = default;
        Encoding.ASCII.GetBytes(text, name);
        return name;
    }
}
