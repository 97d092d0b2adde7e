// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Asp.Simulated.Paging;
using Bulkhead.Simulation.Programs;

namespace Bulkhead.Simulation.Systems;

/// <summary>
/// What a generated system boots from, and the machine that it boots on. Everything after the boot
/// is events, so that a shape and a list of events say all.
/// </summary>
public sealed class SystemShape
{
    private const ulong BlockBytes = 2ul << 20;
    private const int SegmentsMax = 6;

    // Of 16 systems: most have one CPU, many a few, some all.
    private static readonly byte[] s_cpuCounts = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 4, 8];

    /// <summary>Seed of the board's choices, such as when a translation is forgotten.</summary>
    public ulong BoardSeed { get; private init; }

    /// <summary>When walkers see table writes.</summary>
    public StorePolicy Stores { get; private init; }

    /// <summary>When translation buffers forget.</summary>
    public TlbPolicy Translations { get; private init; }

    /// <summary>Of so many ordering points hardware acts by itself at one; 0: at none.</summary>
    public uint QuietShare { get; private init; }

    /// <summary>System counter at the boot, in ticks.</summary>
    public ulong StartTicks { get; private init; } = 1000;

    /// <summary>Ticks that pass whenever the kernel reads the counter.</summary>
    public ulong ReadTicks { get; private init; }

    /// <summary>Whether hot hypercalls try their short way first.</summary>
    public bool UsesFastPath { get; private init; } = true;

    /// <summary>CPUs, 1 to 8.</summary>
    public int CpuCount { get; private set; } = 1;

    /// <summary>Sizes of the memory records, in 4 KiB pages.</summary>
    public IReadOnlyList<uint> MemoryPages { get; private init; } = [0x4000, 0x1000];

    /// <summary>Device interrupts.</summary>
    public IReadOnlyList<InterruptInput> Interrupts { get; private init; } =
        [new(40, true), new(48, false)];

    /// <summary>Draws a valid system.</summary>
    /// <param name="random">Where from.</param>
    /// <returns>The shape.</returns>
    internal static SystemShape Draw(ref SeededRandom random)
    {
        uint[] pages = new uint[random.Range(1, SegmentsMax)];
        for (int index = 0; index < pages.Length; index++)
        {
            pages[index] = (uint)(random.OneIn(3) ? random.Range(1, 600)
                : random.Range(1, 16) << 9);
        }
        InterruptInput[] interrupts = new InterruptInput[random.Range(2, 12)];
        for (int index = 0; index < interrupts.Length; index++)
        {
            uint id = 32 + (uint)(index * 80) + (uint)random.Below(80);
            interrupts[index] = new InterruptInput(id, random.OneIn(2));
        }
        return new SystemShape
        {
            BoardSeed = random.Next(),
            Stores = (StorePolicy)random.Below(3),
            Translations = (TlbPolicy)random.Below(3),
            QuietShare = random.OneIn(6) ? (uint)random.Range(4, 40) : 0,
            StartTicks = DrawStart(ref random),
            ReadTicks = random.OneIn(2) ? 0 : (ulong)random.Below(3),
            UsesFastPath = !random.OneIn(3),
            MemoryPages = pages,
            Interrupts = interrupts,
        }.WithCpus();
    }

    /// <summary>Draws a system of 1 to 8 CPUs on a machine on which nothing happens by
    /// itself.</summary>
    internal static SystemShape DrawQuiet(ref SeededRandom random) => new()
    {
        CpuCount = random.OneIn(3) ? 1 : random.Range(1, Limits.CpusMax + 1),
        StartTicks = DrawStart(ref random),
        UsesFastPath = !random.OneIn(3),
    };

    /// <summary>The same system on a machine on which nothing happens inside an event.</summary>
    // Not drawn from the seed's numbers: a system of one CPU does what it always did.
    private SystemShape WithCpus()
    {
        int count = s_cpuCounts[BoardSeed >> 60];
        if (count == 1) return this;
        SystemShape shape = (SystemShape)MemberwiseClone();
        shape.CpuCount = count;
        return shape;
    }

    internal SystemShape WithoutTimeInside() => new()
    {
        BoardSeed = BoardSeed, Stores = Stores, Translations = Translations,
        StartTicks = StartTicks, UsesFastPath = UsesFastPath, MemoryPages = MemoryPages,
        Interrupts = Interrupts,
    };

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The shape.</returns>
    /// <exception cref="FormatException">The text is no shape; the message says why.</exception>
    public static SystemShape Parse(string text)
    {
        Dictionary<string, string> fields = [];
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('=');
            if (pair.Length != 2 || !fields.TryAdd(pair[0], pair[1]))
            {
                throw new FormatException($"'{part}' is no field of a system: expected name=value");
            }
        }
        return new SystemShape
        {
            BoardSeed = Number(fields, "board"),
            Stores = Choice<StorePolicy>(fields, "stores"),
            Translations = Choice<TlbPolicy>(fields, "translations"),
            QuietShare = (uint)Number(fields, "quiet"),
            StartTicks = Number(fields, "start"),
            ReadTicks = Number(fields, "read"),
            UsesFastPath = Number(fields, "fast") != 0,
            CpuCount = fields.ContainsKey("cpus") ? (int)Number(fields, "cpus") : 1,
            MemoryPages = [.. List(fields, "pages").Select(item => (uint)Number(item))],
            Interrupts = [.. List(fields, "interrupts").Select(ParseInterrupt)],
        };
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string interrupts = string.Join(',', Interrupts.Select(
            input => $"{input.Interrupt}{(input.IsEdge ? 'e' : 'l')}"));
        string cpus = CpuCount == 1 ? "" : $" cpus={CpuCount}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"board={BoardSeed} stores={Stores} translations={Translations} quiet={QuietShare} "
            + $"start={StartTicks} read={ReadTicks} fast={(UsesFastPath ? 1 : 0)} "
            + $"pages={string.Join(',', MemoryPages)} interrupts={interrupts}{cpus}");
    }

    /// <summary>Boots the system.</summary>
    /// <returns>The world.</returns>
    /// <exception cref="SimulationException">The kernel refuses to boot it.</exception>
    public World Boot()
    {
        MachineOptions options = new()
        {
            Seed = BoardSeed, StartTicks = StartTicks, Stores = Stores,
            Translations = Translations, CpuCount = CpuCount,
        };
        World world = new(ToImage(), options);
        SimulatedMachine machine = world.Machine;
        if (QuietShare != 0)
        {
            machine.Interleaving =
                new Interleaver(machine.Choice) { QuietShare = (int)QuietShare }.WithAll(machine);
        }
        foreach (SimulatedProcessor processor in world.Processors)
        {
            processor.UsesFastPath = UsesFastPath;
        }
        world.Machine.Clock.ReadTicks = ReadTicks;
        return world;
    }

    /// <summary>The memory that the root starts with behind the image: RAM, then a
    /// device.</summary>
    /// <param name="address">Where RAM begins, a multiple of 2 MiB.</param>
    /// <returns>The records.</returns>
    internal List<MemoryRecord> MemoryFrom(ulong address)
    {
        List<MemoryRecord> memory = [];
        foreach (uint pages in MemoryPages)
        {
            ulong bytes = pages * Limits.PageBytes;
            memory.Add(new MemoryRecord
            {
                HostAddress = address, Bytes = bytes,
                Access = MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute,
            });
            address += (bytes + BlockBytes - 1) & ~(BlockBytes - 1);
        }
        memory.Add(new MemoryRecord
        {
            HostAddress = BootImage.DeviceAddress, Bytes = 4 * Limits.PageBytes,
            Access = MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Device,
        });
        return memory;
    }

    /// <summary>The interrupts as resources of an image.</summary>
    /// <returns>The records.</returns>
    internal List<ResourceRecord> ToResources() =>
        [.. Interrupts.Select(input => new ResourceRecord
        {
            Kind = ResourceKind.Interrupt, Index = input.Interrupt,
            Detail = input.IsEdge ? 1u : 0,
        })];

    private BootImage ToImage()
    {
        BootImage image = new();
        image.Header.CpuCount = (uint)CpuCount;
        image.Memory.RemoveRange(1, image.Memory.Count - 1);
        image.Memory.AddRange(MemoryFrom(BootImage.RamAddress));
        image.Resources.Clear();
        image.Resources.AddRange(ToResources());
        return image;
    }

    // Where a counter would wrap, and where sums of times would.
    private static ulong DrawStart(ref SeededRandom random) => random.Below(8) switch
    {
        <= 1 => (1ul << 32) - (ulong)random.Range(500, 20_000),
        <= 3 => (1ul << 62) - (ulong)random.Range(500, 20_000),
        _ => 1000,
    };

    private static InterruptInput ParseInterrupt(string text) => text[^1] switch
    {
        'e' => new InterruptInput((uint)Number(text[..^1]), true),
        'l' => new InterruptInput((uint)Number(text[..^1]), false),
        _ => throw new FormatException($"'{text}' is no interrupt: expected such as 40e or 48l"),
    };

    private static string[] List(Dictionary<string, string> fields, string name) =>
        Field(fields, name).Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static ulong Number(Dictionary<string, string> fields, string name) =>
        Number(Field(fields, name));

    private static T Choice<T>(Dictionary<string, string> fields, string name)
        where T : struct, Enum =>
        Enum.TryParse(Field(fields, name), out T value) && Enum.IsDefined(value) ? value
            : throw new FormatException($"'{Field(fields, name)}' is no {typeof(T).Name}");

    private static string Field(Dictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out string? text) ? text
            : throw new FormatException($"the system lacks the field '{name}'");

    private static ulong Number(string text) =>
        ulong.TryParse(text, CultureInfo.InvariantCulture, out ulong value) ? value
            : throw new FormatException($"'{text}' is no number");
}
