// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Frames;

/// <summary>One try block and what handles it.</summary>
/// <param name="Start">First byte of the block, from the method's start.</param>
/// <param name="End">Byte behind it.</param>
/// <param name="Kind">0 typed, 1 finally, 2 filtered.</param>
/// <param name="Handler">Address of the handler.</param>
/// <param name="Value">Address of the type or of the filter; 0 for finally.</param>
internal sealed record MethodClause(uint Start, uint End, uint Kind, ulong Handler, ulong Value);

/// <summary>The clauses of a method, inner ones first, as the native compiler describes them.
/// </summary>
/// <remarks>
/// A function's description begins with a byte: bits 1:0 say what part of a method it is (0 the
/// method itself, else a handler or filter), bit 2 that there are clauses, bit 4 a distance before
/// them. A part's leads to its method's and has the distance from the method's start behind it.
/// </remarks>
/// <param name="MethodStart">The method's first instruction.</param>
/// <param name="Clauses">Its clauses.</param>
internal sealed record MethodClauses(ulong MethodStart, IReadOnlyList<MethodClause> Clauses)
{
    private const byte PartMask = 3;
    private const byte HasClauses = 4;
    private const byte HasData = 0x10;

    /// <summary>Reads what a function belongs to.</summary>
    /// <param name="elf">The program.</param>
    /// <param name="row">The function.</param>
    /// <returns>Null when its method has no clauses.</returns>
    /// <exception cref="ToolchainException">The description is cut off.</exception>
    internal static MethodClauses? Of(ElfFile elf, FrameRow row)
    {
        if (row.Handlers == 0)
            return null;
        (ByteCursor cursor, ulong section) = At(elf, row.Handlers);
        byte flags = cursor.Byte();
        ulong start = row.Start;
        if ((flags & PartMask) != 0)
        {
            SkipData(cursor, flags);
            ulong method = section + Relative(cursor);
            start -= cursor.Word();
            (cursor, section) = At(elf, method);
            flags = cursor.Byte();
        }
        if ((flags & HasClauses) == 0)
            return null;
        SkipData(cursor, flags);
        (cursor, section) = At(elf, section + Relative(cursor));
        List<MethodClause> clauses = [];
        for (uint rest = cursor.Packed(); rest > 0; rest--)
            clauses.Add(Clause(cursor, section, start));
        return new MethodClauses(start, clauses);
    }

    private static (ByteCursor Cursor, ulong Section) At(ElfFile elf, ulong address)
    {
        ElfSection section = elf.Sections.FirstOrDefault(
            section => section.Address != 0 && section.HasBytes && section.Contains(address))
            ?? throw new ToolchainException($"There are no handlers at 0x{address:x}.");
        int at = (int)(address - section.Address);
        return (new ByteCursor(elf.Bytes(section), at, section.Name), section.Address);
    }

    private static MethodClause Clause(ByteCursor cursor, ulong section, ulong method)
    {
        uint start = cursor.Packed();
        uint lengthAndKind = cursor.Packed();
        uint kind = lengthAndKind & 3;
        ulong handler = method + cursor.Packed();
        ulong value = kind switch
        {
            0 => section + Relative(cursor),
            2 => method + cursor.Packed(),
            _ => 0,
        };
        return new MethodClause(start, start + (lengthAndKind >> 2), kind, handler, value);
    }

    private static void SkipData(ByteCursor cursor, byte flags)
    {
        if ((flags & HasData) != 0) cursor.Word();
    }

    // A distance from where it stands, as one from the section's start.
    private static ulong Relative(ByteCursor cursor) =>
        (ulong)(cursor.At + (long)(int)cursor.Word());
}
