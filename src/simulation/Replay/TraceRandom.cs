// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Replay;

/// <summary>Random numbers from a seed (splitmix64), the same on every host and on the
/// target.</summary>
/// <param name="seed">The seed.</param>
public sealed class TraceRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    /// <returns>Any value.</returns>
    public ulong Next()
    {
        _state += 0x9e37_79b9_7f4a_7c15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xbf58_476d_1ce4_e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d0_49bb_1331_11eb;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number below a limit.</summary>
    /// <param name="limit">At least 1.</param>
    /// <returns>0 to limit - 1.</returns>
    public int Below(int limit) => (int)(Next() % (uint)limit);

    /// <summary>Whether something with a chance happens.</summary>
    /// <param name="percent">0 to 100.</param>
    /// <returns>Whether it does.</returns>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of several values.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="choices">The values, at least one.</param>
    /// <returns>One of them.</returns>
    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];
}
