// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Frames;

/// <summary>How one function's frame is laid out behind its prologue.</summary>
/// <param name="Start">The function's first instruction.</param>
/// <param name="End">Byte behind it.</param>
/// <param name="Body">First instruction behind the prologue.</param>
/// <param name="BaseRegister">Register that the caller's stack pointer is counted from, by its
/// DWARF number: 29 or 31.</param>
/// <param name="BaseOffset">Distance of the caller's stack pointer from there.</param>
/// <param name="Saves">Where registers are saved, from the caller's stack pointer.</param>
/// <param name="Handlers">Address of the native compiler's description of handlers; 0: none.
/// </param>
internal sealed record FrameRow(
    ulong Start,
    ulong End,
    ulong Body,
    int BaseRegister,
    int BaseOffset,
    IReadOnlyDictionary<int, int> Saves,
    ulong Handlers)
{
    internal const int FramePointer = 29;
    internal const int LinkRegister = 30;
    internal const int StackPointer = 31;

    /// <summary>Whether the function has a frame at all.</summary>
    internal bool HasFrame =>
        BaseRegister != StackPointer || BaseOffset != 0 || Saves.Count != 0;
}
