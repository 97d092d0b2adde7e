// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Vmm.Ports;

/// <summary>Where the guest's console text goes to and comes from.</summary>
public interface IConsolePort
{
    /// <summary>Most bytes that one <see cref="Read"/> returns.</summary>
    const int ReadBytesMax = 56;

    /// <summary>Writes text.</summary>
    /// <param name="text">The bytes.</param>
    void Write(ReadOnlySpan<byte> text);

    /// <summary>Takes typed input.</summary>
    /// <param name="text">Room for at least <see cref="ReadBytesMax"/> bytes.</param>
    /// <returns>Bytes read; 0: nothing was typed.</returns>
    int Read(Span<byte> text);
}
