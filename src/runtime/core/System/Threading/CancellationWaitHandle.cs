// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>Signaled when its source is cancelled, also by time.</summary>
internal sealed class CancellationWaitHandle(CancellationTokenSource source) : WaitHandle
{
    private protected override bool IsSignaled => source.IsDue();

    private protected override ulong Due => source.Deadline;

    /// <summary>The source was cancelled, or gets another deadline.</summary>
    internal void WakeAll()
    {
        lock (s_gate)
            Pulse(all: true);
    }
}
