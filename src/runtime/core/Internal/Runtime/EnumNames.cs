// SPDX-License-Identifier: MIT
using System;
using System.Text;

namespace Internal.Runtime;

/// <summary>Texts of enumerations, from the tables that the toolchain adds to a program.</summary>
internal static unsafe class EnumNames
{
    /// <summary>The text of a value.</summary>
    /// <param name="table">The enumeration.</param>
    /// <param name="bits">The value, sign-extended.</param>
    /// <param name="format">G, F, D or X.</param>
    internal static string Text(MethodTable* table, long bits, char format)
    {
        char kind = (char)(format & ~0x20);
        if (kind == 'X')
            return Hex(table, bits);
        if (kind == 'D' || !ProgramTables.TryEnum(table, out ProgramTables.EnumMembers members))
            return Number(table, bits);
        if (kind is not ('G' or 'F'))
            throw new FormatException(
                "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", "
                + "\"f\", \"D\" or \"d\".");
        if (ProgramTables.TryMember(in members, bits, out ReadOnlySpan<byte> name))
            return ProgramTables.Text(name);
        if (kind == 'F' || members.Flags != 0)
            return Flags(table, in members, bits);
        return Number(table, bits);
    }

    /// <summary>The name of the member with a value.</summary>
    internal static bool TryText(MethodTable* table, long bits, out string? text)
    {
        bool isThere = ProgramTables.TryEnum(table, out ProgramTables.EnumMembers members)
            & ProgramTables.TryMember(in members, bits, out ReadOnlySpan<byte> name);
        text = isThere ? ProgramTables.Text(name) : null;
        return isThere;
    }

    /// <summary>Whether a member has the value.</summary>
    internal static bool IsMember(MethodTable* table, long bits) =>
        ProgramTables.TryEnum(table, out ProgramTables.EnumMembers members)
        && ProgramTables.TryMember(in members, bits, out _);

    private static string Number(MethodTable* table, long bits) =>
        table->Kind is ElementKind.UInt64 or ElementKind.UIntPtr
            ? IntegerFormat.Decimal((ulong)bits) : IntegerFormat.Decimal(bits);

    private static string Hex(MethodTable* table, long bits)
    {
        int bytes = (int)table->ValueSize;
        ulong mask = bytes == 8 ? ulong.MaxValue : (1ul << (8 * bytes)) - 1;
        return IntegerFormat.Unsigned((ulong)bits & mask, "X" + (2 * bytes).ToString());
    }

    // The largest members first, as the framework takes them; they are shown in rising order.
    private static string Flags(
        MethodTable* table, in ProgramTables.EnumMembers members, long bits)
    {
        ulong rest = (ulong)bits;
        string? text = null;
        for (int index = members.MemberCount - 1; index >= 0 && rest != 0; index--)
        {
            ulong value = ProgramTables.MemberValue(in members, index);
            if (value == 0 || (rest & value) != value)
                continue;
            rest &= ~value;
            string name = ProgramTables.Text(ProgramTables.MemberName(in members, index));
            text = text is null ? name : name + ", " + text;
        }
        return rest != 0 || text is null ? Number(table, bits) : text;
    }
}
