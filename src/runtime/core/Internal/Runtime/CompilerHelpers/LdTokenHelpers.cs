// SPDX-License-Identifier: MIT
using System;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Tokens of types (<c>typeof</c>), called by name.</summary>
internal static unsafe class LdTokenHelpers
{
    private static RuntimeTypeHandle GetRuntimeTypeHandle(nint pEEType) => new(pEEType);

    private static RuntimeFieldHandle GetRuntimeFieldHandle(nint pHandleSignature) => default;

    private static RuntimeMethodHandle GetRuntimeMethodHandle(nint pHandleSignature) => default;

    private static Type GetRuntimeType(nint pEEType) => Type.Of((MethodTable*)pEEType);
}
