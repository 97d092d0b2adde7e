// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

// Of the names and values that the toolchain writes down for a program's enumerations.
public abstract unsafe partial class Enum
{
    public static string[] GetNames<TEnum>() where TEnum : struct, Enum
    {
        ProgramTables.TryEnum(MethodTable.Of<TEnum>(), out ProgramTables.EnumMembers members);
        string[] names = new string[members.MemberCount];
        for (int index = 0; index < names.Length; index++)
            names[index] = ProgramTables.Text(ProgramTables.MemberName(in members, index));
        return names;
    }

    public static TEnum[] GetValues<TEnum>() where TEnum : struct, Enum
    {
        ProgramTables.TryEnum(MethodTable.Of<TEnum>(), out ProgramTables.EnumMembers members);
        TEnum[] values = new TEnum[members.MemberCount];
        for (int index = 0; index < values.Length; index++)
            values[index] = ValueOf<TEnum>((long)ProgramTables.MemberValue(in members, index));
        return values;
    }

    public static string? GetName<TEnum>(TEnum value) where TEnum : struct, Enum =>
        EnumNames.TryText(MethodTable.Of<TEnum>(), BitsOf(value), out string? name) ? name : null;

    public static bool IsDefined<TEnum>(TEnum value) where TEnum : struct, Enum =>
        EnumNames.IsMember(MethodTable.Of<TEnum>(), BitsOf(value));

    public static TEnum Parse<TEnum>(string value) where TEnum : struct, Enum =>
        Parse<TEnum>(value, false);

    public static TEnum Parse<TEnum>(string value, bool ignoreCase) where TEnum : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(value);
        return Parse<TEnum>(value.AsSpan(), ignoreCase);
    }

    public static TEnum Parse<TEnum>(ReadOnlySpan<char> value) where TEnum : struct, Enum =>
        Parse<TEnum>(value, false);

    public static TEnum Parse<TEnum>(ReadOnlySpan<char> value, bool ignoreCase)
        where TEnum : struct, Enum => ValueOf<TEnum>(
            EnumParse.Read(MethodTable.Of<TEnum>(), value, ignoreCase));

    public static bool TryParse<TEnum>([NotNullWhen(true)] string? value, out TEnum result)
        where TEnum : struct, Enum => TryParse(value.AsSpan(), false, out result);

    public static bool TryParse<TEnum>(
        [NotNullWhen(true)] string? value, bool ignoreCase, out TEnum result)
        where TEnum : struct, Enum => TryParse(value.AsSpan(), ignoreCase, out result);

    public static bool TryParse<TEnum>(ReadOnlySpan<char> value, out TEnum result)
        where TEnum : struct, Enum => TryParse(value, false, out result);

    public static bool TryParse<TEnum>(
        ReadOnlySpan<char> value, bool ignoreCase, out TEnum result) where TEnum : struct, Enum
    {
        bool isRead = EnumParse.TryRead(MethodTable.Of<TEnum>(), value, ignoreCase, out long bits)
            == ParseOutcome.Done;
        result = isRead ? ValueOf<TEnum>(bits) : default;
        return isRead;
    }

    private static long BitsOf<TEnum>(TEnum value) where TEnum : struct =>
        Bits(MethodTable.Of<TEnum>()->Kind, ref Unsafe.As<TEnum, byte>(ref value));

    // The low bytes come first.
    private static TEnum ValueOf<TEnum>(long bits) where TEnum : struct =>
        Unsafe.As<long, TEnum>(ref bits);
}
