// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>A short wait by looking: lets threads of equal priority run.</summary>
public struct SpinWait
{
    private const int SpinsBeforeYield = 10;

    private int _count;

    public readonly int Count => _count;

    public readonly bool NextSpinWillYield => _count >= SpinsBeforeYield;

    public void SpinOnce() => SpinOnce(-1);

    /// <param name="sleep1Threshold">After so many times the thread sleeps, so that less urgent
    /// ones run, too; -1: never.</param>
    public void SpinOnce(int sleep1Threshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sleep1Threshold, -1);
        if (sleep1Threshold >= 0 && _count >= sleep1Threshold)
            Thread.Sleep(1);
        else if (NextSpinWillYield)
            Thread.Yield();
        _count = _count == int.MaxValue ? SpinsBeforeYield : _count + 1;
    }

    public void Reset() => _count = 0;
}
