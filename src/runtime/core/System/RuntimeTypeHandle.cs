// SPDX-License-Identifier: MIT
using Internal.Runtime;

namespace System;

/// <summary>Token of a type.</summary>
public readonly unsafe struct RuntimeTypeHandle
{
    private readonly nint _value;

    internal RuntimeTypeHandle(nint value) => _value = value;

    internal MethodTable* Pointer => (MethodTable*)_value;
}
