// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Emit;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;
using Bulkhead.Integration.Tests.Elf;

namespace Bulkhead.Integration.Tests.Emit;

/// <summary>A whole small system: two virtual machines, two native partitions.</summary>
public sealed class SystemFixture : IDisposable
{
    public const string Description = """
        board: qemu-virt
        memory: 256 MiB
        partitions:
          linux: { vm: { kernel: kernel.bin, memory: 16 MiB, cpus: 2 }, priority: 50,
            time-partition: guests }
          second: { vm: { kernel: kernel.bin, memory: 16 MiB, base: 0x80000000 } }
          control:
            { native: samples/control, priority: 200, period: 1 ms, budget: 200 us, argument: 9,
              time-partition: control, rights: [ schedule ] }
          console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
        channels:
          - { from: control, to: console, stream: log }
        schedules:
          normal:
            windows:
              - { time-partition: control, duration: 300 us, exclusive: true }
              - { time-partition: guests, duration: 600 us }
              - { duration: 100 us }
          idle:
            windows:
              - { time-partition: guests, duration: 500 us }
              - { time-partition: control, duration: 500 us }
        console: { focus: linux, escape: ctrl-o }
        """;

    public SystemFixture() : this(Description)
    {
    }

    private readonly ulong _faultEntry;

    internal SystemFixture(string description, ulong faultEntry = 0)
    {
        _faultEntry = faultEntry;
        Guest = new byte[100_000];
        "ARM\x64"u8.CopyTo(Guest.AsSpan(56));
        BinaryPrimitives.WriteUInt64LittleEndian(Guest.AsSpan(16), 0x10_0000);
        Model = Tree.Read(description)!;
        Setup = Prepare(0x2000)!;
        Image = SystemImageBuilder.Build(Setup);
    }

    public TestTree Tree { get; } = new();

    public byte[] Guest { get; }

    public SystemModel Model { get; }

    public SystemSetup Setup { get; }

    public SystemImage Image { get; }

    public DiagnosticBag Diagnostics => Tree.Diagnostics;

    public SystemSetup? Prepare(ulong dataSize, ScopeDemand scopes = default)
    {
        Dictionary<string, GuestSetup> guests = Model.VirtualMachines.ToDictionary(
            machine => machine.Name,
            machine => new GuestSetup(machine.Memory, machine.Pins,
                [new(machine.Memory.Base, Guest), new(machine.Memory.End - 0x1_0000, new byte[9])],
                machine.Memory.Base, machine.Memory.End - 0x1_0000));
        return new SystemPreparer(Model, Diagnostics)
            .Prepare(Kernel(), _ => Program(dataSize, _faultEntry, scopes), guests);
    }

    /// <summary>The system with further partitions like one of its own, as many as no description
    /// may have.</summary>
    internal SystemSetup Repeat(int id, int count)
    {
        PartitionSetup[] partitions =
        [
            .. Setup.Partitions,
            .. Enumerable.Range(1, count - 1).Select(number => Setup.Partitions[id] with
            {
                Model = Setup.Partitions[id].Model with { Name = $"copy{number}" },
            }),
        ];
        SystemModel model = Model with { Partitions = [.. partitions.Select(p => p.Model)] };
        return Setup with { Model = model, Partitions = partitions };
    }

    public static byte[] Kernel(ulong address = 0x4020_0000)
    {
        byte[] text = new byte[0x1234];
        text[0] = 0xaa;
        "ARM\x64"u8.CopyTo(text.AsSpan(56));
        return new ElfBuilder { Entry = address }.Segment(address, text, 0x1234)
            .Segment(address + 0x2000, [1, 2], 0x10_0000, flags: 6)
            .Symbol(KernelImage.ImageSymbol, address + 0x20_0000).Build();
    }

    public static byte[] Program(
        ulong dataSize, ulong faultEntry = 0, ScopeDemand scopes = default)
    {
        ElfBuilder program = new ElfBuilder { Entry = 0x40_0000 }
            .Segment(0x40_0000, new byte[5000], 5000)
            .Segment(0x40_2000, new byte[300], 300, flags: 4)
            .Segment(0x40_3000, [5, 6, 7], dataSize, flags: 6)
            .Segment(0x80_0000, [], 0x4000, flags: 6)
            .Symbol(ProgramImage.StackSymbol, 0x80_4000)
            .Symbol(ProgramImage.ServerStackSymbol, 0x80_3000)
            .Symbol(ScopeDemand.MainSymbol, scopes.Main)
            .Symbol(ScopeDemand.ServerSymbol, scopes.Server)
            .Symbol(ScopeDemand.ThreadSymbol, scopes.Thread);
        if (faultEntry != 0) program.Symbol(ProgramImage.FaultEntrySymbol, faultEntry);
        return program.Build();
    }

    public void Dispose() => Tree.Dispose();
}
