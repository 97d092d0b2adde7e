// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Whether Base64 has lines.</summary>
[Flags]
public enum Base64FormattingOptions
{
    None = 0,

    /// <summary>After 76 characters each.</summary>
    InsertLineBreaks = 1,
}
