// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Virtualization;

/// <summary>One bit per virtual interrupt.</summary>
[InlineArray(Words)]
public struct InterruptBits
{
    /// <summary>64-bit words.</summary>
    public const int Words = Limits.VirtualInterruptsMax / 64;

    private ulong _element;

    /// <summary>The bit of an interrupt.</summary>
    /// <param name="interrupt">0 to 255.</param>
    /// <returns>Whether it is set.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(uint interrupt) =>
        ((this[(int)(interrupt / 64)] >> (int)(interrupt % 64)) & 1) != 0;

    /// <summary>Sets a bit.</summary>
    /// <param name="interrupt">0 to 255.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(uint interrupt) => this[(int)(interrupt / 64)] |= 1ul << (int)(interrupt % 64);

    /// <summary>Clears a bit.</summary>
    /// <param name="interrupt">0 to 255.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Clear(uint interrupt) =>
        this[(int)(interrupt / 64)] &= ~(1ul << (int)(interrupt % 64));

    /// <summary>Sets or clears a bit.</summary>
    /// <param name="interrupt">0 to 255.</param>
    /// <param name="value">What it shall be.</param>
    public void Put(uint interrupt, bool value)
    {
        if (value) Set(interrupt);
        else Clear(interrupt);
    }
}
