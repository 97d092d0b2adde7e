// SPDX-License-Identifier: MIT
using Internal.Runtime;

namespace System;

/// <summary>Looked up by the native compiler as soon as types are compared.</summary>
internal sealed unsafe class RuntimeType : Type
{
    internal RuntimeType(MethodTable* table) => _table = table;
}
