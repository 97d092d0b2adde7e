// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Compiler's token of a method; only its name matters here.</summary>
public readonly struct RuntimeMethodHandle
{
    private readonly nint _value;
}
