// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>The native compiler's record of a type; every object begins with its address.</summary>
/// <remarks>
/// A contract with one compiler release. Behind the fixed part lie the virtual slots, the
/// interfaces, and then fields of 32 bits that are there when the flags say so: each holds the
/// distance of its target from itself.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MethodTable
{
    internal const int HeaderBytes = 24;

    private const uint KindMask = 0x0003_0000;
    private const uint KindParameterized = 0x0002_0000;
    private const uint HasDispatchMapFlag = 0x0004_0000;
    private const uint HasFinalizerFlag = 0x0010_0000;
    private const uint HasSealedSlotsFlag = 0x0040_0000;
    private const uint HasVarianceFlag = 0x0080_0000;
    private const uint HasPointersFlag = 0x0100_0000;
    private const uint IsGenericFlag = 0x0200_0000;
    private const uint HasComponentSizeFlag = 0x8000_0000;

    private readonly uint _flags;
    private readonly uint _baseSize;
    private readonly MethodTable* _related;
    private readonly ushort _slotCount;
    private readonly ushort _interfaceCount;
    private readonly uint _hashCode;

    /// <summary>Bytes of an object without its components, the header word included.</summary>
    internal readonly uint BaseSize => _baseSize;

    internal readonly bool HasComponentSize => (_flags & HasComponentSizeFlag) != 0;

    internal readonly uint ComponentSize => HasComponentSize ? _flags & 0xFFFF : 0;

    internal readonly ElementKind Kind => (ElementKind)((_flags >> 26) & 0x1F);

    internal readonly bool HasPointers => (_flags & HasPointersFlag) != 0;

    internal readonly bool IsGeneric => (_flags & IsGenericFlag) != 0;

    internal readonly bool HasVariance => (_flags & HasVarianceFlag) != 0;

    internal readonly bool HasFinalizer => (_flags & HasFinalizerFlag) != 0;

    internal readonly bool HasDispatchMap => (_flags & HasDispatchMapFlag) != 0;

    internal readonly bool IsParameterized => (_flags & KindMask) == KindParameterized;

    internal readonly bool IsInterface => Kind == ElementKind.Interface;

    internal readonly bool IsArray => Kind is ElementKind.Array or ElementKind.Vector;

    internal readonly bool IsValueType => Kind < ElementKind.Class;

    internal readonly bool IsNullable => Kind == ElementKind.Nullable;

    internal readonly uint HashCode => _hashCode;

    internal readonly int SlotCount => _slotCount;

    internal readonly int InterfaceCount => _interfaceCount;

    /// <summary>Element of an array.</summary>
    internal readonly MethodTable* Element => _related;

    // By name: references to elements of arrays with several dimensions.
    private readonly MethodTable* RelatedParameterType => _related;

    /// <summary>The class above; null for the root and for interfaces.</summary>
    internal readonly MethodTable* Base =>
        IsArray ? Of<System.Array>() : IsParameterized ? null : _related;

    /// <summary>Dimensions of an array.</summary>
    internal readonly int Rank =>
        Kind == ElementKind.Vector ? 1 : (int)(_baseSize - 24) / (2 * sizeof(int));

    /// <summary>Bytes of an unboxed value of this type.</summary>
    internal readonly uint ValueSize => _baseSize - 16 - ((_flags >> 5) & 7);

    /// <summary>Distance of the value in a Nullable of this type.</summary>
    internal readonly uint NullableValueOffset => 1u << (int)((_flags >> 8) & 7);

    internal static nint* Slots(MethodTable* table) => (nint*)((byte*)table + HeaderBytes);

    internal static MethodTable* Interface(MethodTable* table, int index) =>
        ((MethodTable**)((byte*)table + HeaderBytes))[table->_slotCount + index];

    [Intrinsic]
    internal static extern MethodTable* Of<T>();

    internal static DispatchMap* DispatchMapOf(MethodTable* table) =>
        (DispatchMap*)Target(Field(table, 0));

    internal static nint SealedSlot(MethodTable* table, int index)
    {
        int* slots = (int*)Target(Field(table, Skip(table, HasDispatchMapFlag)
            + Skip(table, HasFinalizerFlag)));
        return (nint)Target(slots + index);
    }

    internal static MethodTable* GenericDefinition(MethodTable* table) =>
        (MethodTable*)Target(Field(table, GenericFields(table)));

    /// <summary>Parameters of a generic definition, which has no objects and keeps their number in
    /// the place of the size.</summary>
    internal static int GenericArity(MethodTable* definition) => (int)definition->_baseSize;

    /// <summary>One argument of a generic type.</summary>
    internal static MethodTable* GenericArgument(MethodTable* table, int index)
    {
        int* composition = Field(table, GenericFields(table) + 1);
        if (GenericArity(GenericDefinition(table)) == 1)
            return (MethodTable*)Target(composition);
        int* arguments = (int*)Target(composition);
        return (MethodTable*)Target(arguments + index);
    }

    /// <summary>How the parameters of a generic definition vary, a byte each; null if they do not.
    /// </summary>
    internal static byte* Variances(MethodTable* definition)
    {
        if (!definition->HasVariance)
            return null;
        // They may lie at an odd address, and are never behind a cell.
        int* field = Field(definition, GenericFields(definition));
        return (byte*)field + *field;
    }

    internal static nint Finalizer(MethodTable* table) =>
        (nint)Target(Field(table, Skip(table, HasDispatchMapFlag)));

    /// <summary>Where the reference to the type's object lies; the compiler or the first question
    /// writes it.</summary>
    internal static nint* TypeObject(MethodTable* table) => (nint*)Target(Field(table, -1));

    private static int Skip(MethodTable* table, uint flag) => (table->_flags & flag) != 0 ? 1 : 0;

    private static int GenericFields(MethodTable* table) => Skip(table, HasDispatchMapFlag)
        + Skip(table, HasFinalizerFlag) + Skip(table, HasSealedSlotsFlag);

    // The first two fields name the type's module and its writable data.
    private static int* Field(MethodTable* table, int index) => (int*)((byte*)table + HeaderBytes
        + ((table->_slotCount + table->_interfaceCount) * sizeof(nint))) + 2 + index;

    // An odd distance leads to a cell with the address.
    internal static void* Target(int* field)
    {
        byte* target = (byte*)field + (*field & ~1);
        return (*field & 1) != 0 ? *(void**)target : target;
    }
}
