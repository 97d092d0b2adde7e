// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Faults;

/// <summary>Lets through a few reports at once and then one a second, and counts the rest: a
/// hostile guest must not flood the console with its faults.</summary>
public struct ReportLimiter
{
    /// <summary>Reports that may come at once.</summary>
    public const uint BurstMax = 8;

    private uint _spent;
    private uint _suppressed;
    private ulong _lastTicks;

    /// <summary>Asks for a report.</summary>
    /// <param name="nowTicks">The system counter.</param>
    /// <param name="frequencyHz">Ticks per second, not 0.</param>
    /// <returns>Whether it may be written.</returns>
    public bool Allows(ulong nowTicks, ulong frequencyHz)
    {
        ulong seconds = (nowTicks - _lastTicks) / frequencyHz;
        if (seconds != 0)
        {
            _spent = seconds >= _spent ? 0 : _spent - (uint)seconds;
            _lastTicks = nowTicks;
        }
        if (_spent >= BurstMax)
        {
            if (_suppressed != uint.MaxValue) _suppressed++;
            return false;
        }
        _spent++;
        return true;
    }

    /// <summary>Takes the number of reports that were not written since the last one that
    /// was.</summary>
    /// <returns>The number.</returns>
    public uint TakeSuppressed()
    {
        uint count = _suppressed;
        _suppressed = 0;
        return count;
    }
}
