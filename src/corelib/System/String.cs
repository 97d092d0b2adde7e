// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime.CompilerHelpers;

namespace System;

/// <summary>Immutable UTF-16 text. Tier 0 has literals only, frozen into the image.</summary>
public sealed class String
{
    // Both names and their order are a contract with the native compiler.
    private readonly int _stringLength;
    private readonly char _firstChar;

    /// <summary>The empty text.</summary>
    public const string Empty = "";

    /// <summary>Count of UTF-16 code units.</summary>
    public int Length => _stringLength;

    /// <summary>One code unit.</summary>
    /// <param name="index">0 up to <see cref="Length"/> - 1; anything else is a panic.</param>
    [IndexerName("Chars")]
    public char this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_stringLength)
                ThrowHelpers.ThrowIndexOutOfRangeException();
            return Unsafe.Add(ref Unsafe.AsRef(in _firstChar), index);
        }
    }

    /// <summary>The first code unit, for <c>fixed</c>.</summary>
    public ref readonly char GetPinnableReference() => ref _firstChar;

    /// <summary>The text as a span.</summary>
    public static implicit operator ReadOnlySpan<char>(string? value) =>
        MemoryExtensions.AsSpan(value);
}
