// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Compiler's token of a type; only its name matters here.</summary>
public readonly struct RuntimeTypeHandle
{
    private readonly nint _value;
}
