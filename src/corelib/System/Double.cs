// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Known to the compilers; no code at EL2 or in a tier-0 partition may use it.</summary>
public readonly struct Double
{
    private readonly double _value;
}
