// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Compiler's token of a field; only its name matters here.</summary>
public readonly struct RuntimeFieldHandle
{
    private readonly nint _value;
}
