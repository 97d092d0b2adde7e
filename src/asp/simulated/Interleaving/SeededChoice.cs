// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Interleaving;

/// <summary>Choices that follow from a seed (SplitMix64).</summary>
/// <param name="seed">The seed.</param>
public sealed class SeededChoice(ulong seed) : IChoice
{
    /// <summary>All that the next choices depend on.</summary>
    public ulong State { get; set; } = seed;

    /// <inheritdoc/>
    public int Choose(int alternatives, ChoicePoint where) =>
        (int)(((Next() >> 32) * (ulong)alternatives) >> 32);

    /// <summary>The next 64 random bits.</summary>
    /// <returns>The bits.</returns>
    public ulong Next()
    {
        State += 0x9e37_79b9_7f4a_7c15;
        ulong mixed = (State ^ (State >> 30)) * 0xbf58_476d_1ce4_e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d0_49bb_1331_11eb;
        return mixed ^ (mixed >> 31);
    }
}
