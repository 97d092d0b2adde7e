// SPDX-License-Identifier: MIT
namespace System;

/// <summary>How reading a number went.</summary>
internal enum ParseOutcome
{
    Done,
    BadFormat,
    Overflow,
}
