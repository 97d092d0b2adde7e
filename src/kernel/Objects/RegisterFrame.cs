// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>
/// Saved registers of an execution context. The first ten words are the argument and message
/// registers that a hypercall uses; the meaning of the rest is the architecture package's.
/// </summary>
[InlineArray(Count)]
public struct RegisterFrame
{
    /// <summary>Words.</summary>
    public const int Count = 36;

    /// <summary>Stack pointer of the unprivileged level.</summary>
    public const int StackPointer = 31;

    /// <summary>Where execution goes on.</summary>
    public const int ProgramCounter = 32;

    /// <summary>Processor state.</summary>
    public const int ProcessorState = 33;

    /// <summary>Thread pointer.</summary>
    public const int ThreadPointer = 34;

    private ulong _element;
}
