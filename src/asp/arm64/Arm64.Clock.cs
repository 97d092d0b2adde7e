// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64;

/// <summary>The architecture package for AArch64.</summary>
/// <typeparam name="TBoard">The board.</typeparam>
public readonly partial struct Arm64<TBoard> : IAsp where TBoard : struct, IBoard
{
    /// <inheritdoc/>
    public static ulong Now => Native.ReadCounter();

    /// <inheritdoc/>
    public static ulong Frequency => Native.ReadFrequency();

    /// <inheritdoc/>
    public static ulong PauseTicks => Frequency >> 20;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ArmTimer(ulong ticks) => Native.ArmTimer(ticks);
}
