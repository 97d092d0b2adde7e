// SPDX-License-Identifier: MIT
namespace Bulkhead.Samples.Control;

/// <summary>
/// The work of a period: a proportional-integral controller in fixed point (16 fraction bits) that
/// holds a simulated plant at its set point.
/// </summary>
public struct Controller
{
    private const int FractionBits = 16;
    private const long SetPoint = 100L << FractionBits;
    private const long Proportional = 1L << (FractionBits - 2);
    private const long Integral = 1L << (FractionBits - 4);
    private const long OutputMax = 400L << FractionBits;

    private long _plant;
    private long _integral;

    /// <summary>Where the plant is, in whole units.</summary>
    public readonly long Position => _plant >> FractionBits;

    /// <summary>Measures, computes and acts once.</summary>
    public void Step()
    {
        long error = SetPoint - _plant;
        _integral = Limit(_integral + error);
        long output = Limit(
            ((error * Proportional) >> FractionBits) + ((_integral * Integral) >> FractionBits));
        _plant += (output - (_plant >> 3)) >> 4;
    }

    private static long Limit(long value) =>
        value > OutputMax ? OutputMax : value < -OutputMax ? -OutputMax : value;
}
