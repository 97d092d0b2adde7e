// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;

namespace Bulkhead.Integration.Elf;

/// <summary>
/// An ELF64 little-endian AArch64 executable: its loadable segments, entry and symbols. Every
/// offset is checked; the file is not trusted.
/// </summary>
public sealed class ElfFile
{
    private const int HeaderSize = 64;
    private const int ProgramHeaderSize = 56;
    private const int SectionHeaderSize = 64;
    private const int SymbolSize = 24;
    private const ushort MachineArm64 = 183;
    private const ushort TypeExecutable = 2;
    private const ushort TypeShared = 3;
    private const uint LoadSegment = 1;
    private const uint SymbolTable = 2;

    private readonly ReadOnlyMemory<byte> _file;

    private ElfFile(ReadOnlyMemory<byte> file) => _file = file;

    /// <summary>The loadable segments in file order; empty ones are left out.</summary>
    public IReadOnlyList<ElfSegment> Segments { get; private set; } = [];

    /// <summary>Address of the first instruction, as linked.</summary>
    public ulong Entry { get; private set; }

    /// <summary>The symbols by name; the first of a name wins. Empty in a stripped file.</summary>
    public IReadOnlyDictionary<string, ulong> Symbols { get; private set; } =
        new Dictionary<string, ulong>();

    /// <summary>Address of the first instruction, as loaded.</summary>
    public ulong PhysicalEntry
    {
        get
        {
            ElfSegment? segment = Segments.FirstOrDefault(
                s => Entry >= s.VirtualAddress && Entry < s.VirtualEnd);
            return segment is null ? Entry
                : Entry - segment.VirtualAddress + segment.PhysicalAddress;
        }
    }

    /// <summary>Whether bytes begin as an ELF file does.</summary>
    /// <param name="file">Any bytes.</param>
    /// <returns>True when the magic is there.</returns>
    public static bool IsElf(ReadOnlySpan<byte> file) => file is [0x7f, 0x45, 0x4c, 0x46, ..];

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes, which are kept.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ElfException">Damaged, or no AArch64 executable.</exception>
    public static ElfFile Read(ReadOnlyMemory<byte> file)
    {
        ElfFile elf = new(file);
        elf.CheckHeader();
        elf.Entry = elf.Long(24);
        elf.Segments = elf.ReadSegments();
        elf.Symbols = elf.ReadSymbols();
        return elf.Segments.Count > 0 ? elf
            : throw new ElfException("it has nothing to load");
    }

    /// <summary>The address of a symbol.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ElfException">There is no such symbol.</exception>
    public ulong Symbol(string name) => Symbols.TryGetValue(name, out ulong value) ? value
        : throw new ElfException($"it has no symbol `{name}`");

    private void CheckHeader()
    {
        ReadOnlySpan<byte> header = Range(0, HeaderSize);
        if (!IsElf(header) || header[4] != 2 || header[5] != 1)
        {
            throw new ElfException("it is not a 64-bit little-endian ELF file");
        }

        if (Half(18) != MachineArm64)
        {
            throw new ElfException($"it is for machine {Half(18)}, not AArch64");
        }

        if (Half(16) is not (TypeExecutable or TypeShared))
        {
            throw new ElfException("it is not linked");
        }
    }

    private List<ElfSegment> ReadSegments()
    {
        List<ElfSegment> segments = [];
        for (int i = 0; i < Half(56); i++)
        {
            ulong at = Long(32) + ((ulong)i * ProgramHeaderSize);
            Range(at, ProgramHeaderSize);
            if (Word(at) == LoadSegment && Long(at + 40) != 0)
            {
                segments.Add(ReadSegment(at));
            }
        }

        return segments;
    }

    private ElfSegment ReadSegment(ulong at)
    {
        ulong fileSize = Long(at + 32);
        ulong memorySize = Long(at + 40);
        (ulong virtualAddress, ulong physicalAddress) = (Long(at + 16), Long(at + 24));
        bool wraps = virtualAddress + memorySize < virtualAddress
            || physicalAddress + memorySize < physicalAddress;
        if (fileSize > memorySize || wraps)
        {
            throw new ElfException("a segment has an impossible size");
        }

        Range(Long(at + 8), fileSize);
        return new ElfSegment(virtualAddress, physicalAddress,
            _file.Slice((int)Long(at + 8), (int)fileSize), memorySize, (ElfAccess)Word(at + 4) &
            (ElfAccess.Read | ElfAccess.Write | ElfAccess.Execute));
    }

    private Dictionary<string, ulong> ReadSymbols()
    {
        Dictionary<string, ulong> symbols = [];
        for (int i = 0; i < Half(60); i++)
        {
            ulong at = Long(40) + ((ulong)i * SectionHeaderSize);
            Range(at, SectionHeaderSize);
            if (Word(at + 4) == SymbolTable)
            {
                ReadSymbolTable(at, symbols);
            }
        }

        return symbols;
    }

    private void ReadSymbolTable(ulong section, Dictionary<string, ulong> symbols)
    {
        ulong strings = Long(40) + ((ulong)Word(section + 40) * SectionHeaderSize);
        Range(strings, SectionHeaderSize);
        ReadOnlySpan<byte> names = Range(Long(strings + 24), Long(strings + 32));
        ulong table = Long(section + 24);
        ulong count = Long(section + 32) / SymbolSize;
        Range(table, count * SymbolSize);
        for (ulong i = 0; i < count; i++)
        {
            uint name = Word(table + (i * SymbolSize));
            if (name != 0 && name < (uint)names.Length)
            {
                ReadOnlySpan<byte> text = names[(int)name..];
                int length = text.IndexOf((byte)0);
                symbols.TryAdd(Encoding.ASCII.GetString(text[..Math.Max(length, 0)]),
                    Long(table + (i * SymbolSize) + 8));
            }
        }
    }

    private ReadOnlySpan<byte> Range(ulong offset, ulong size)
    {
        ulong length = (ulong)_file.Length;
        return offset <= length && size <= length - offset
            ? _file.Span.Slice((int)offset, (int)size)
            : throw new ElfException("it is truncated");
    }

    private ushort Half(ulong at) => BinaryPrimitives.ReadUInt16LittleEndian(Range(at, 2));

    private uint Word(ulong at) => BinaryPrimitives.ReadUInt32LittleEndian(Range(at, 4));

    private ulong Long(ulong at) => BinaryPrimitives.ReadUInt64LittleEndian(Range(at, 8));
}
