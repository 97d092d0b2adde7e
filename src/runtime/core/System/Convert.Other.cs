// SPDX-License-Identifier: MIT
namespace System;

public static partial class Convert
{
    public static double ToDouble(sbyte value) => value;

    public static float ToSingle(sbyte value) => value;

    public static bool ToBoolean(sbyte value) => value != 0;

    public static string ToString(sbyte value) => value.ToString();

    public static string ToString(sbyte value, IFormatProvider? provider) =>
        value.ToString(provider);

    public static double ToDouble(byte value) => value;

    public static float ToSingle(byte value) => value;

    public static bool ToBoolean(byte value) => value != 0;

    public static string ToString(byte value) => value.ToString();

    public static string ToString(byte value, IFormatProvider? provider) =>
        value.ToString(provider);

    public static char ToChar(byte value) => (char)Code((long)value);

    public static double ToDouble(short value) => value;

    public static float ToSingle(short value) => value;

    public static bool ToBoolean(short value) => value != 0;

    public static string ToString(short value) => value.ToString();

    public static string ToString(short value, IFormatProvider? provider) =>
        value.ToString(provider);

    public static char ToChar(short value) => (char)Code((long)value);

    public static double ToDouble(ushort value) => value;

    public static float ToSingle(ushort value) => value;

    public static bool ToBoolean(ushort value) => value != 0;

    public static string ToString(ushort value) => value.ToString();

    public static string ToString(ushort value, IFormatProvider? provider) =>
        value.ToString(provider);

    public static char ToChar(ushort value) => (char)Code((long)value);

    public static double ToDouble(int value) => value;

    public static float ToSingle(int value) => value;

    public static bool ToBoolean(int value) => value != 0;

    public static string ToString(int value) => value.ToString();

    public static string ToString(int value, IFormatProvider? provider) => value.ToString(provider);

    public static char ToChar(int value) => (char)Code((long)value);

    public static double ToDouble(uint value) => value;

    public static float ToSingle(uint value) => value;

    public static bool ToBoolean(uint value) => value != 0;

    public static string ToString(uint value) => value.ToString();

    public static string ToString(uint value, IFormatProvider? provider) =>
        value.ToString(provider);

    public static char ToChar(uint value) => (char)Code((long)value);

    public static double ToDouble(long value) => value;

    public static float ToSingle(long value) => value;

    public static bool ToBoolean(long value) => value != 0;

    public static string ToString(long value) => value.ToString();

    public static string ToString(long value, IFormatProvider? provider) =>
        value.ToString(provider);

    public static char ToChar(long value) => (char)Code(value);

    public static double ToDouble(ulong value) => value;

    public static float ToSingle(ulong value) => value;

    public static bool ToBoolean(ulong value) => value != 0;

    public static string ToString(ulong value) => value.ToString();

    public static string ToString(ulong value, IFormatProvider? provider) =>
        value.ToString(provider);

    public static char ToChar(ulong value) => (char)Code(value);

    public static double ToDouble(float value) => value;

    public static double ToDouble(double value) => value;

    public static double ToDouble(bool value) => value ? 1 : 0;

    public static double ToDouble(string? value) => ToDouble(value, null);

    public static double ToDouble(string? value, IFormatProvider? provider) =>
        value is null ? 0 : double.Parse(value, provider);

    public static float ToSingle(float value) => value;

    public static float ToSingle(double value) => (float)value;

    public static float ToSingle(bool value) => value ? 1 : 0;

    public static float ToSingle(string? value) => ToSingle(value, null);

    public static float ToSingle(string? value, IFormatProvider? provider) =>
        value is null ? 0 : float.Parse(value, provider);

    public static bool ToBoolean(bool value) => value;

    public static bool ToBoolean(float value) => value != 0;

    public static bool ToBoolean(double value) => value != 0;

    public static bool ToBoolean(string? value) => value is not null && bool.Parse(value);

    public static char ToChar(char value) => value;

    public static char ToChar(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 1 ? value[0]
            : throw new FormatException("String must be exactly one character long.");
    }

    public static string ToString(bool value) => value.ToString();

    public static string ToString(char value) => value.ToString();

    public static string ToString(float value) => value.ToString();

    public static string ToString(float value, IFormatProvider? provider) =>
        value.ToString(provider);

    public static string ToString(double value) => value.ToString();

    public static string ToString(double value, IFormatProvider? provider) =>
        value.ToString(provider);

    public static string? ToString(string? value) => value;

    public static string ToString(object? value) => value?.ToString() ?? "";

    public static string ToString(byte value, int toBase) => ConvertBase.Text(value, 8, toBase);

    public static string ToString(short value, int toBase) => ConvertBase.Text(value, 16, toBase);

    public static string ToString(int value, int toBase) => ConvertBase.Text(value, 32, toBase);

    public static string ToString(long value, int toBase) => ConvertBase.Text(value, 64, toBase);

    private static ushort Code(long value) => Code(value < 0 ? ulong.MaxValue : (ulong)value);

    private static ushort Code(ulong value) => value <= char.MaxValue ? (ushort)value
        : throw new OverflowException(
            "Value was either too large or too small for a character.");
}
