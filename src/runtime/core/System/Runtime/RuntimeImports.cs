// SPDX-License-Identifier: MIT
namespace System.Runtime;

/// <summary>What stores into arrays of several dimensions ask for by name.</summary>
internal static unsafe class RuntimeImports
{
    /// <summary>Refuses a store of an object that is none of the elements.</summary>
    /// <param name="array">The array.</param>
    /// <param name="obj">The object; null fits all.</param>
    internal static void RhCheckArrayStore(object array, object? obj) =>
        TypeCast.CheckElement(array.Table, obj);
}
