// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.CompilerHelpers;

namespace System.Runtime;

/// <summary>Casts and type tests, called by name.</summary>
internal static unsafe class TypeCast
{
    internal static object? IsInstanceOfAny(MethodTable* target, object? obj) =>
        obj is null || TypeRelation.CanCast(obj.Table, target) ? obj : null;

    internal static object? IsInstanceOfClass(MethodTable* target, object? obj)
    {
        if (obj is null)
            return null;
        for (MethodTable* at = obj.Table; at != null; at = at->Base)
        {
            if (at == target)
                return obj;
        }
        return null;
    }

    internal static object? IsInstanceOfInterface(MethodTable* target, object? obj) =>
        obj is null || TypeRelation.Implements(obj.Table, target) ? obj : null;

    internal static bool IsInstanceOfException(MethodTable* target, object? obj) =>
        IsInstanceOfClass(target, obj) is not null;

    internal static object? CheckCastAny(MethodTable* target, object? obj) =>
        obj is null || TypeRelation.CanCast(obj.Table, target) ? obj : Fail(target, obj);

    internal static object? CheckCastClass(MethodTable* target, object? obj) =>
        obj is null || obj.Table == target ? obj : CheckCastClassSpecial(target, obj);

    internal static object? CheckCastClassSpecial(MethodTable* target, object? obj) =>
        obj is null || IsInstanceOfClass(target, obj) is not null ? obj : Fail(target, obj);

    internal static object? CheckCastInterface(MethodTable* target, object? obj) =>
        obj is null || TypeRelation.Implements(obj.Table, target) ? obj : Fail(target, obj);

    internal static void StelemRef(object?[] array, nint index, object? obj)
    {
        if ((nuint)index >= (nuint)(uint)array.Length)
            ThrowHelpers.ThrowIndexOutOfRangeException();
        ref object? place = ref Unsafe.Add(
            ref Unsafe.As<byte, object?>(ref RuntimeHelpers.ElementsOf(array)), index);
        if (obj is not null)
        {
            MethodTable* element = array.Table->Element;
            if (obj.Table != element && !TypeRelation.CanCast(obj.Table, element))
                ThrowHelpers.ThrowArrayTypeMismatchException();
        }
        place = obj;
    }

    internal static ref object? LdelemaRef(object?[] array, nint index, MethodTable* elementType)
    {
        if ((nuint)index >= (nuint)(uint)array.Length)
            ThrowHelpers.ThrowIndexOutOfRangeException();
        if (array.Table->Element != elementType)
            ThrowHelpers.ThrowArrayTypeMismatchException();
        return ref Unsafe.Add(
            ref Unsafe.As<byte, object?>(ref RuntimeHelpers.ElementsOf(array)), index);
    }

    private static object? Fail(MethodTable* target, object obj) =>
        throw new InvalidCastException("Unable to cast object of type '" + TypeNames.Of(obj.Table)
            + "' to type '" + TypeNames.Of(target) + "'.");
}
