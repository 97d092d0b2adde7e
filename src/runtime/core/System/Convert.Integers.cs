// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Conversions between basic types. What does not fit is an OverflowException;
/// a missing text is zero.</summary>
public static partial class Convert
{
    public static sbyte ToSByte(sbyte value) => value;

    public static sbyte ToSByte(byte value) => (sbyte)Signed((ulong)value, 8, "SByte");

    public static sbyte ToSByte(short value) => (sbyte)Signed((long)value, 8, "SByte");

    public static sbyte ToSByte(ushort value) => (sbyte)Signed((ulong)value, 8, "SByte");

    public static sbyte ToSByte(int value) => (sbyte)Signed((long)value, 8, "SByte");

    public static sbyte ToSByte(uint value) => (sbyte)Signed((ulong)value, 8, "SByte");

    public static sbyte ToSByte(long value) => (sbyte)Signed(value, 8, "SByte");

    public static sbyte ToSByte(ulong value) => (sbyte)Signed(value, 8, "SByte");

    public static sbyte ToSByte(bool value) => value ? (sbyte)1 : (sbyte)0;

    public static sbyte ToSByte(char value) => (sbyte)Signed((ulong)value, 8, "SByte");

    public static sbyte ToSByte(float value) => ToSByte((double)value);

    public static sbyte ToSByte(double value) => ToSByte(ToInt32(value));

    public static sbyte ToSByte(string? value) => ToSByte(value, null);

    public static sbyte ToSByte(string? value, IFormatProvider? provider) =>
        value is null ? (sbyte)0 : sbyte.Parse(value, provider);

    public static sbyte ToSByte(string? value, int fromBase) =>
        (sbyte)ConvertBase.Signed(value, fromBase, 8, "SByte");

    public static byte ToByte(sbyte value) => (byte)Unsigned((long)value, 8, "Byte");

    public static byte ToByte(byte value) => value;

    public static byte ToByte(short value) => (byte)Unsigned((long)value, 8, "Byte");

    public static byte ToByte(ushort value) => (byte)Unsigned((ulong)value, 8, "Byte");

    public static byte ToByte(int value) => (byte)Unsigned((long)value, 8, "Byte");

    public static byte ToByte(uint value) => (byte)Unsigned((ulong)value, 8, "Byte");

    public static byte ToByte(long value) => (byte)Unsigned(value, 8, "Byte");

    public static byte ToByte(ulong value) => (byte)Unsigned(value, 8, "Byte");

    public static byte ToByte(bool value) => value ? (byte)1 : (byte)0;

    public static byte ToByte(char value) => (byte)Unsigned((ulong)value, 8, "Byte");

    public static byte ToByte(float value) => ToByte((double)value);

    public static byte ToByte(double value) => ToByte(ToInt32(value));

    public static byte ToByte(string? value) => ToByte(value, null);

    public static byte ToByte(string? value, IFormatProvider? provider) =>
        value is null ? (byte)0 : byte.Parse(value, provider);

    public static byte ToByte(string? value, int fromBase) =>
        (byte)ConvertBase.Unsigned(value, fromBase, 8, "Byte");

    public static short ToInt16(sbyte value) => value;

    public static short ToInt16(byte value) => value;

    public static short ToInt16(short value) => value;

    public static short ToInt16(ushort value) => (short)Signed((ulong)value, 16, "Int16");

    public static short ToInt16(int value) => (short)Signed((long)value, 16, "Int16");

    public static short ToInt16(uint value) => (short)Signed((ulong)value, 16, "Int16");

    public static short ToInt16(long value) => (short)Signed(value, 16, "Int16");

    public static short ToInt16(ulong value) => (short)Signed(value, 16, "Int16");

    public static short ToInt16(bool value) => value ? (short)1 : (short)0;

    public static short ToInt16(char value) => (short)Signed((ulong)value, 16, "Int16");

    public static short ToInt16(float value) => ToInt16((double)value);

    public static short ToInt16(double value) => ToInt16(ToInt32(value));

    public static short ToInt16(string? value) => ToInt16(value, null);

    public static short ToInt16(string? value, IFormatProvider? provider) =>
        value is null ? (short)0 : short.Parse(value, provider);

    public static short ToInt16(string? value, int fromBase) =>
        (short)ConvertBase.Signed(value, fromBase, 16, "Int16");

    public static ushort ToUInt16(sbyte value) => (ushort)Unsigned((long)value, 16, "UInt16");

    public static ushort ToUInt16(byte value) => value;

    public static ushort ToUInt16(short value) => (ushort)Unsigned((long)value, 16, "UInt16");

    public static ushort ToUInt16(ushort value) => value;

    public static ushort ToUInt16(int value) => (ushort)Unsigned((long)value, 16, "UInt16");

    public static ushort ToUInt16(uint value) => (ushort)Unsigned((ulong)value, 16, "UInt16");

    public static ushort ToUInt16(long value) => (ushort)Unsigned(value, 16, "UInt16");

    public static ushort ToUInt16(ulong value) => (ushort)Unsigned(value, 16, "UInt16");

    public static ushort ToUInt16(bool value) => value ? (ushort)1 : (ushort)0;

    public static ushort ToUInt16(char value) => value;

    public static ushort ToUInt16(float value) => ToUInt16((double)value);

    public static ushort ToUInt16(double value) => ToUInt16(ToInt32(value));

    public static ushort ToUInt16(string? value) => ToUInt16(value, null);

    public static ushort ToUInt16(string? value, IFormatProvider? provider) =>
        value is null ? (ushort)0 : ushort.Parse(value, provider);

    public static ushort ToUInt16(string? value, int fromBase) =>
        (ushort)ConvertBase.Unsigned(value, fromBase, 16, "UInt16");

    public static int ToInt32(sbyte value) => value;

    public static int ToInt32(byte value) => value;

    public static int ToInt32(short value) => value;

    public static int ToInt32(ushort value) => value;

    public static int ToInt32(int value) => value;

    public static int ToInt32(uint value) => (int)Signed((ulong)value, 32, "Int32");

    public static int ToInt32(long value) => (int)Signed(value, 32, "Int32");

    public static int ToInt32(ulong value) => (int)Signed(value, 32, "Int32");

    public static int ToInt32(bool value) => value ? 1 : 0;

    public static int ToInt32(char value) => value;

    public static int ToInt32(float value) => ToInt32((double)value);

    public static int ToInt32(double value) =>
        (int)Whole(value, int.MinValue, int.MaxValue, "Int32");

    public static int ToInt32(string? value) => ToInt32(value, null);

    public static int ToInt32(string? value, IFormatProvider? provider) =>
        value is null ? 0 : int.Parse(value, provider);

    public static int ToInt32(string? value, int fromBase) =>
        (int)ConvertBase.Signed(value, fromBase, 32, "Int32");

    public static uint ToUInt32(sbyte value) => (uint)Unsigned((long)value, 32, "UInt32");

    public static uint ToUInt32(byte value) => value;

    public static uint ToUInt32(short value) => (uint)Unsigned((long)value, 32, "UInt32");

    public static uint ToUInt32(ushort value) => value;

    public static uint ToUInt32(int value) => (uint)Unsigned((long)value, 32, "UInt32");

    public static uint ToUInt32(uint value) => value;

    public static uint ToUInt32(long value) => (uint)Unsigned(value, 32, "UInt32");

    public static uint ToUInt32(ulong value) => (uint)Unsigned(value, 32, "UInt32");

    public static uint ToUInt32(bool value) => value ? 1u : 0u;

    public static uint ToUInt32(char value) => value;

    public static uint ToUInt32(float value) => ToUInt32((double)value);

    public static uint ToUInt32(double value) =>
        (uint)Whole(value, uint.MinValue, uint.MaxValue, "UInt32");

    public static uint ToUInt32(string? value) => ToUInt32(value, null);

    public static uint ToUInt32(string? value, IFormatProvider? provider) =>
        value is null ? 0 : uint.Parse(value, provider);

    public static uint ToUInt32(string? value, int fromBase) =>
        (uint)ConvertBase.Unsigned(value, fromBase, 32, "UInt32");

    public static long ToInt64(sbyte value) => value;

    public static long ToInt64(byte value) => value;

    public static long ToInt64(short value) => value;

    public static long ToInt64(ushort value) => value;

    public static long ToInt64(int value) => value;

    public static long ToInt64(uint value) => value;

    public static long ToInt64(long value) => value;

    public static long ToInt64(ulong value) => Signed(value, 64, "Int64");

    public static long ToInt64(bool value) => value ? 1 : 0;

    public static long ToInt64(char value) => value;

    public static long ToInt64(float value) => ToInt64((double)value);

    public static long ToInt64(double value) => checked((long)Math.Round(value));

    public static long ToInt64(string? value) => ToInt64(value, null);

    public static long ToInt64(string? value, IFormatProvider? provider) =>
        value is null ? 0 : long.Parse(value, provider);

    public static long ToInt64(string? value, int fromBase) =>
        ConvertBase.Signed(value, fromBase, 64, "Int64");

    public static ulong ToUInt64(sbyte value) => Unsigned((long)value, 64, "UInt64");

    public static ulong ToUInt64(byte value) => value;

    public static ulong ToUInt64(short value) => Unsigned((long)value, 64, "UInt64");

    public static ulong ToUInt64(ushort value) => value;

    public static ulong ToUInt64(int value) => Unsigned((long)value, 64, "UInt64");

    public static ulong ToUInt64(uint value) => value;

    public static ulong ToUInt64(long value) => Unsigned(value, 64, "UInt64");

    public static ulong ToUInt64(ulong value) => value;

    public static ulong ToUInt64(bool value) => value ? 1u : 0u;

    public static ulong ToUInt64(char value) => value;

    public static ulong ToUInt64(float value) => ToUInt64((double)value);

    public static ulong ToUInt64(double value) => checked((ulong)Math.Round(value));

    public static ulong ToUInt64(string? value) => ToUInt64(value, null);

    public static ulong ToUInt64(string? value, IFormatProvider? provider) =>
        value is null ? 0 : ulong.Parse(value, provider);

    public static ulong ToUInt64(string? value, int fromBase) =>
        ConvertBase.Unsigned(value, fromBase, 64, "UInt64");

    private static long Signed(long value, int bits, string name)
    {
        if (value << (64 - bits) >> (64 - bits) != value)
            throw TooLarge(name);
        return value;
    }

    private static long Signed(ulong value, int bits, string name)
    {
        if (value >> (bits - 1) != 0)
            throw TooLarge(name);
        return (long)value;
    }

    private static ulong Unsigned(long value, int bits, string name)
    {
        if (value < 0)
            throw TooLarge(name);
        return Unsigned((ulong)value, bits, name);
    }

    private static ulong Unsigned(ulong value, int bits, string name)
    {
        if (bits < 64 && value >> bits != 0)
            throw TooLarge(name);
        return value;
    }

    // Halves to the even number. A NaN fails every comparison.
    private static long Whole(double value, long least, long most, string name)
    {
        double whole = Math.Round(value);
        if (!(whole >= least && whole <= most))
            throw TooLarge(name);
        return (long)whole;
    }

    private static Exception TooLarge(string name) =>
        IntegerParse.Failure(ParseOutcome.Overflow, default, name);
}
