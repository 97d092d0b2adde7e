// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Bulkhead.Abi;

/// <summary>A name of at most 24 ASCII characters, padded with zeros.</summary>
[InlineArray(BytesMax)]
public struct PartitionName
{
    /// <summary>Longest name in bytes.</summary>
    public const int BytesMax = 24;

    private byte _element;

    /// <summary>Number of bytes before the padding.</summary>
    public int Length
    {
        get
        {
            int length = 0;
            while (length < BytesMax && this[length] != 0) length++;
            return length;
        }
    }
}
