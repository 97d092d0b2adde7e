// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>Base of all enumerations.</summary>
public abstract unsafe partial class Enum : ValueType, IComparable, IFormattable
{
    public override bool Equals(object? obj) =>
        obj is not null && obj.Table == Table && Bits(this) == Bits(obj);

    public override int GetHashCode() => Bits(this).GetHashCode();

    public bool HasFlag(Enum flag) => (Bits(this) & Bits(flag)) == Bits(flag);

    public int CompareTo(object? target)
    {
        if (target is null)
            return 1;
        if (target.Table != Table)
            throw new ArgumentException("Object must be the same type as the enum.");
        long left = Bits(this), right = Bits((Enum)target);
        return Table->Kind is ElementKind.UInt64 or ElementKind.UIntPtr
            ? ((ulong)left).CompareTo((ulong)right) : left.CompareTo(right);
    }

    public override string ToString() => EnumNames.Text(Table, Bits(this), 'G');

    public string ToString(string? format) => EnumNames.Text(
        Table, Bits(this), string.IsNullOrEmpty(format) ? 'G' : format![0]);

    public string ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    // Sign-extended; the field's own size counts.
    internal static long Bits(object value) =>
        Bits(value.Table->Kind, ref RuntimeHelpers.DataOf(value));

    private static long Bits(ElementKind kind, ref byte data) => kind switch
    {
        ElementKind.SByte => Unsafe.As<byte, sbyte>(ref data),
        ElementKind.Byte or ElementKind.Boolean => data,
        ElementKind.Int16 => Unsafe.As<byte, short>(ref data),
        ElementKind.UInt16 or ElementKind.Char => Unsafe.As<byte, ushort>(ref data),
        ElementKind.Int32 => Unsafe.As<byte, int>(ref data),
        ElementKind.UInt32 => Unsafe.As<byte, uint>(ref data),
        _ => Unsafe.As<byte, long>(ref data),
    };
}
