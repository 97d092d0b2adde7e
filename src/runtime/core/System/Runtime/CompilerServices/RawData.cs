// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Any object seen as its bytes; the native compiler's unboxing code names it.</summary>
internal class RawData
{
    public byte Data;
}
