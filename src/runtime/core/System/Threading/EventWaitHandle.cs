// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>An event: signaled or not.</summary>
public class EventWaitHandle : WaitHandle
{
    private readonly bool _isAutomatic;
    private bool _isSet;

    public EventWaitHandle(bool initialState, EventResetMode mode)
    {
        if (mode is not (EventResetMode.AutoReset or EventResetMode.ManualReset))
            throw new ArgumentException("Value of flags is invalid.", nameof(mode));
        _isAutomatic = mode == EventResetMode.AutoReset;
        _isSet = initialState;
    }

    private protected override bool IsSignaled => _isSet;

    /// <summary>Lets one waiter through, or all of them until the next reset.</summary>
    public bool Set()
    {
        RequireNotDisposed();
        lock (s_gate)
        {
            _isSet = true;
            Pulse(all: !_isAutomatic);
        }
        return true;
    }

    public bool Reset()
    {
        RequireNotDisposed();
        lock (s_gate)
            _isSet = false;
        return true;
    }

    private protected override void Take()
    {
        if (_isAutomatic)
            _isSet = false;
    }
}
