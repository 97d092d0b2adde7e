// SPDX-License-Identifier: MIT
namespace System;

/// <summary>What Split leaves out.</summary>
[Flags]
public enum StringSplitOptions
{
    None = 0,
    RemoveEmptyEntries = 1,
    TrimEntries = 2,
}
