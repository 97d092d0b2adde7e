// SPDX-License-Identifier: MIT
using System;
using System.Globalization;

namespace Internal.Runtime;

/// <summary>Reads values of enumerations: names of members with commas between them, or a
/// number.</summary>
internal static unsafe class EnumParse
{
    internal static long Read(MethodTable* table, ReadOnlySpan<char> text, bool ignoreCase)
    {
        ParseOutcome outcome = TryRead(table, text, ignoreCase, out long bits);
        if (outcome == ParseOutcome.Done)
            return bits;
        if (outcome == ParseOutcome.Overflow)
            throw IntegerParse.Failure(outcome, text, NameOf(table->Kind));
        throw text.Trim().IsEmpty
            ? new ArgumentException(
                "Must specify valid information for parsing in the string.", "value")
            : new ArgumentException(
                "Requested value '" + text.TrimStart().ToString() + "' was not found.");
    }

    internal static ParseOutcome TryRead(
        MethodTable* table, ReadOnlySpan<char> text, bool ignoreCase, out long bits)
    {
        bits = 0;
        ReadOnlySpan<char> rest = text.Trim();
        if (rest.IsEmpty)
            return ParseOutcome.BadFormat;
        if (char.IsAsciiDigit(rest[0]) || rest[0] is '-' or '+')
        {
            ParseOutcome outcome = TryNumber(table->Kind, rest, out bits);
            if (outcome != ParseOutcome.BadFormat)
                return outcome;
        }
        if (!ProgramTables.TryEnum(table, out ProgramTables.EnumMembers members))
            return ParseOutcome.BadFormat;
        while (true)
        {
            int comma = rest.IndexOf(',');
            ReadOnlySpan<char> name = comma < 0 ? rest : rest.Slice(0, comma);
            if (!TryMember(in members, name.Trim(), ignoreCase, out ulong value))
                return ParseOutcome.BadFormat;
            bits |= (long)value;
            if (comma < 0)
                return ParseOutcome.Done;
            rest = rest.Slice(comma + 1);
        }
    }

    private static ParseOutcome TryNumber(
        ElementKind kind, ReadOnlySpan<char> text, out long bits)
    {
        int size = kind switch
        {
            ElementKind.SByte or ElementKind.Byte => 8,
            ElementKind.Int16 or ElementKind.UInt16 => 16,
            ElementKind.Int32 or ElementKind.UInt32 => 32,
            _ => 64,
        };
        if (kind is not (ElementKind.Byte or ElementKind.UInt16 or ElementKind.UInt32
            or ElementKind.UInt64))
        {
            return IntegerParse.TrySigned(text, NumberStyles.Integer, size, out bits);
        }
        ParseOutcome outcome =
            IntegerParse.TryUnsigned(text, NumberStyles.Integer, size, out ulong value);
        bits = (long)value;
        return outcome;
    }

    private static bool TryMember(
        in ProgramTables.EnumMembers members, ReadOnlySpan<char> wanted, bool ignoreCase,
        out ulong value)
    {
        for (int index = 0; index < members.MemberCount; index++)
        {
            ReadOnlySpan<byte> name = ProgramTables.MemberName(in members, index);
            value = ProgramTables.MemberValue(in members, index);
            if (IsEqual(name, wanted, ignoreCase))
                return true;
        }
        value = 0;
        return false;
    }

    private static bool IsEqual(ReadOnlySpan<byte> name, ReadOnlySpan<char> text, bool ignoreCase)
    {
        if (name.Length != text.Length)
            return false;
        for (int i = 0; i < name.Length; i++)
        {
            char left = (char)name[i], right = text[i];
            if (left == right)
                continue;
            if (!ignoreCase || !char.IsAsciiLetter(left) || (left ^ right) != 0x20)
                return false;
        }
        return true;
    }

    private static string NameOf(ElementKind kind) => kind switch
    {
        ElementKind.SByte => "SByte",
        ElementKind.Byte => "Byte",
        ElementKind.Int16 => "Int16",
        ElementKind.UInt16 => "UInt16",
        ElementKind.UInt32 => "UInt32",
        ElementKind.Int64 => "Int64",
        ElementKind.UInt64 => "UInt64",
        _ => "Int32",
    };
}
