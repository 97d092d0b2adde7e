// SPDX-License-Identifier: MIT
namespace Internal.Runtime;

/// <summary>Which types are compatible with which.</summary>
/// <remarks>Variance recurses into type arguments, as deep as the types are nested.</remarks>
internal static unsafe class TypeRelation
{
    private const byte Covariant = 1;
    private const byte Contravariant = 2;
    private const byte ArrayCovariant = 0x20;

    /// <summary>Whether an object of one type is an instance of the other.</summary>
    internal static bool CanCast(MethodTable* from, MethodTable* to)
    {
        if (from == to)
            return true;
        if (to->IsInterface)
            return Implements(from, to);
        if (to->Kind == ElementKind.Vector)
            return from->Kind == ElementKind.Vector && CanCastElements(from->Element, to->Element);
        if (to->Kind == ElementKind.Array)
            return from->Kind == ElementKind.Array && from->Rank == to->Rank
                && CanCastElements(from->Element, to->Element);
        if (to->IsNullable)
            return from == MethodTable.GenericArgument(to, 0);
        if (to->IsParameterized)
            return false;
        return Inherits(from, to) || (to->HasVariance && IsVariant(from, to, false));
    }

    /// <summary>Whether an object of the type has the interface.</summary>
    internal static bool Implements(MethodTable* from, MethodTable* to)
    {
        int count = from->InterfaceCount;
        for (int index = 0; index < count; index++)
        {
            if (MethodTable.Interface(from, index) == to)
                return true;
        }
        return IsSloppy(from, to) && ImplementsVariant(from, to);
    }

    /// <summary>Whether one interface may stand for the other by variance.</summary>
    internal static bool IsVariant(MethodTable* from, MethodTable* to, bool isArray)
    {
        if (!from->IsGeneric || !to->IsGeneric)
            return false;
        MethodTable* definition = MethodTable.GenericDefinition(to);
        if (MethodTable.GenericDefinition(from) != definition)
            return false;
        byte* variances = MethodTable.Variances(definition);
        int arity = MethodTable.GenericArity(definition);
        for (int index = 0; index < arity; index++)
        {
            byte variance = variances == null ? (byte)0 : variances[index];
            if (isArray && arity == 1)
                variance = ArrayCovariant;
            if (!FitsArgument(MethodTable.GenericArgument(from, index),
                    MethodTable.GenericArgument(to, index), variance))
                return false;
        }
        return true;
    }

    private static bool IsSloppy(MethodTable* from, MethodTable* to) =>
        to->HasVariance || (from->IsArray && to->IsGeneric);

    private static bool ImplementsVariant(MethodTable* from, MethodTable* to)
    {
        for (int index = 0; index < from->InterfaceCount; index++)
        {
            if (IsVariant(MethodTable.Interface(from, index), to, from->IsArray))
                return true;
        }
        // An interface is no interface of itself.
        return from->IsInterface && IsVariant(from, to, false);
    }

    private static bool FitsArgument(MethodTable* from, MethodTable* to, byte variance)
    {
        if (from == to)
            return true;
        return variance switch
        {
            Covariant => !from->IsValueType && CanCast(from, to),
            Contravariant => !to->IsValueType && CanCast(to, from),
            ArrayCovariant => CanCastElements(from, to),
            _ => false,
        };
    }

    private static bool Inherits(MethodTable* from, MethodTable* to)
    {
        if (from->IsInterface)
            return to == MethodTable.Of<object>();
        for (MethodTable* at = from; at != null; at = at->Base)
        {
            if (at == to)
                return true;
        }
        return false;
    }

    // Elements that are values must be of one size and kind: int and uint, but not int and float.
    private static bool CanCastElements(MethodTable* from, MethodTable* to)
    {
        if (from == to)
            return true;
        if (!from->IsValueType)
            return !to->IsValueType && CanCast(from, to);
        return to->IsValueType && IsSameInteger(from->Kind, to->Kind);
    }

    private static bool IsSameInteger(ElementKind left, ElementKind right) =>
        Integer(left) != ElementKind.Void && Integer(left) == Integer(right);

    private static ElementKind Integer(ElementKind kind) => kind switch
    {
        ElementKind.SByte or ElementKind.Byte => ElementKind.Byte,
        ElementKind.Int16 or ElementKind.UInt16 => ElementKind.UInt16,
        ElementKind.Int32 or ElementKind.UInt32 => ElementKind.UInt32,
        ElementKind.Int64 or ElementKind.UInt64 => ElementKind.UInt64,
        ElementKind.IntPtr or ElementKind.UIntPtr => ElementKind.UIntPtr,
        _ => ElementKind.Void,
    };
}
