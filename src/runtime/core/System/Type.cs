// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Threading;
using Internal.Runtime;

namespace System;

/// <summary>Identity of a type. There is no reflection: a type can be compared and has a name.
/// </summary>
/// <remarks>There is one object for each type, at the latest from the first question on: compiled
/// code compares references.</remarks>
public abstract unsafe class Type : Reflection.MemberInfo
{
    private protected MethodTable* _table;

    internal MethodTable* MethodTable => _table;

    public string FullName => TypeNames.Of(_table);

    public override string Name => TypeNames.LastPart(TypeNames.Of(_table));

    public bool IsValueType => _table->IsValueType;

    [Intrinsic]
    public static Type GetTypeFromHandle(RuntimeTypeHandle handle) => Of(handle.Pointer);

    internal static Type Of(MethodTable* table)
    {
        nint* place = Internal.Runtime.MethodTable.TypeObject(table);
        nint held = Volatile.Read(ref *place);
        if (held == 0)
        {
            nint made = RuntimeType.MakeForever(table);
            held = Interlocked.CompareExchange(ref *place, made, 0);
            if (held == 0)
                held = made;
        }
        return Unsafe.As<nint, Type>(ref held);
    }

    public override bool Equals(object? obj) => obj is Type other && other._table == _table;

    public override int GetHashCode() => (int)_table->HashCode;

    public override string ToString() => TypeNames.Of(_table);

    [Intrinsic]
    public static bool operator ==(Type? left, Type? right) =>
        (object?)left == right
        || (left is not null && right is not null && left._table == right._table);

    [Intrinsic]
    public static bool operator !=(Type? left, Type? right) => !(left == right);
}
