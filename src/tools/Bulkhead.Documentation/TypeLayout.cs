// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Bulkhead.Documentation;

/// <summary>Sizes and offsets as the running program has them. For structs in declaration order
/// without references they are the same on the host and on the target.</summary>
public static class TypeLayout
{
    private static readonly MethodInfo s_sizeOf = typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!;

    /// <summary>Bytes of a value.</summary>
    /// <param name="type">A struct or an enumeration.</param>
    /// <returns>Its size.</returns>
    public static int SizeOf(Type type) =>
        (int)s_sizeOf.MakeGenericMethod(type).Invoke(null, null)!;

    /// <summary>Distance of a field from the start of its struct.</summary>
    /// <param name="field">An instance field of a struct.</param>
    /// <returns>Bytes.</returns>
    public static int OffsetOf(FieldInfo field)
    {
        Type owner = field.DeclaringType!;
        DynamicMethod distance = new("Distance", typeof(int), [owner.MakeByRefType()], true);
        ILGenerator code = distance.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldflda, field);
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Sub);
        code.Emit(OpCodes.Conv_I4);
        code.Emit(OpCodes.Ret);
        return (int)distance.Invoke(null, [Activator.CreateInstance(owner)])!;
    }
}
