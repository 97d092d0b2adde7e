// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Saved vector registers of an execution context: 32 times 128 bits, then control and
/// status.</summary>
[InlineArray(Count)]
public struct VectorState
{
    /// <summary>Words.</summary>
    public const int Count = 66;

    private ulong _element;
}
