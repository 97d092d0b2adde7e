// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Memory;

/// <summary>A page of 512 second-stage descriptors.</summary>
[InlineArray(Entries)]
public struct TablePage
{
    /// <summary>Descriptors.</summary>
    public const int Entries = 512;

    private ulong _element;
}
