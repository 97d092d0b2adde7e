// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Frames;

/// <summary>Reads the frame descriptions that the native compiler and the assembler write
/// (DWARF 4, 6.4; Linux Standard Base 5.0, 10.6).</summary>
/// <remarks>What neither of them writes is refused: values relative to anything but their place,
/// expressions, rows that take steps back.</remarks>
internal sealed class FrameReader
{
    private const string SectionName = ".eh_frame";
    private const byte Relative = 0x1B;

    private readonly ElfSection _section;
    private readonly ReadOnlyMemory<byte> _bytes;

    private FrameReader(ElfFile elf, ElfSection section)
    {
        _section = section;
        _bytes = elf.Bytes(section);
    }

    /// <summary>The common part of several descriptions.</summary>
    private sealed record Common(
        bool HasHandlers, int CodeUnit, int DataUnit, int Instructions, int End);

    /// <summary>Reads all descriptions of a program, by address.</summary>
    /// <exception cref="ToolchainException">There is something unknown in one.</exception>
    internal static IReadOnlyList<FrameRow> Read(ElfFile elf)
    {
        ElfSection? section = elf.FindSection(SectionName);
        return section is null
            ? []
            : [.. new FrameReader(elf, section).Rows().OrderBy(row => row.Start)];
    }

    private IEnumerable<FrameRow> Rows()
    {
        ByteCursor cursor = new(_bytes, 0, SectionName);
        while (cursor.At < cursor.Length)
        {
            int length = (int)cursor.Word();
            int start = cursor.At;
            if (length == 0) continue;
            int distance = (int)cursor.Word();
            if (distance != 0)
                yield return Row(cursor, CommonAt(start - distance), start + length);
            cursor.At = start + length;
        }
    }

    private Common CommonAt(int at)
    {
        ByteCursor cursor = new(_bytes, at, SectionName);
        int end = at + 4 + (int)cursor.Word();
        if (cursor.Word() != 0 || cursor.Byte() != 1)
            throw Unknown("version");
        StringBuilder augmentation = new();
        for (byte c = cursor.Byte(); c != 0; c = cursor.Byte())
            augmentation.Append((char)c);
        int codeUnit = cursor.Unsigned();
        int dataUnit = cursor.Signed();
        int link = cursor.Byte();
        string parts = augmentation.ToString();
        if (parts is not ("zR" or "zLR") || link != FrameRow.LinkRegister)
            throw Unknown($"augmentation {parts}");
        for (int left = cursor.Unsigned(); left > 0; left--)
        {
            if (cursor.Byte() != Relative)
                throw Unknown("encoding");
        }
        return new Common(parts == "zLR", codeUnit, dataUnit, cursor.At, end);
    }

    private FrameRow Row(ByteCursor cursor, Common common, int end)
    {
        ulong start = Address(cursor);
        ulong bytes = cursor.Word();
        int instructions = cursor.Unsigned();
        instructions += cursor.At;
        ulong handlers = common.HasHandlers ? Address(cursor) : 0;
        FrameSteps steps = new(start, common.CodeUnit, common.DataUnit);
        steps.Run(new ByteCursor(_bytes, common.Instructions, SectionName), common.End);
        cursor.At = instructions;
        steps.Run(cursor, end);
        return steps.Row(start + bytes, handlers);
    }

    // A distance from where it stands; 0 is no address.
    private ulong Address(ByteCursor cursor)
    {
        ulong place = _section.Address + (ulong)cursor.At;
        int distance = (int)cursor.Word();
        return distance == 0 ? 0 : place + (ulong)distance;
    }

    private static ToolchainException Unknown(string what) =>
        new($"The section {SectionName} has a description of an unknown {what}.");
}
