// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Harness;

/// <summary>What a thread finds in its registers after a hypercall.</summary>
internal readonly struct CallResult
{
    private readonly RegisterFrame _frame;

    internal CallResult(RegisterFrame frame) { _frame = frame; }

    internal ResultCode Code => new(_frame[0]);

    internal Status Status => Code.Status;

    internal Reason Reason => Code.Reason;

    internal ulong this[int register] => _frame[register];

    internal CallResult Succeeds()
    {
        Assert.True(Code.IsSuccess, $"refused: {Status} {Reason}");
        return this;
    }

    internal void Refuses(Status status, Reason reason)
    {
        Assert.Equal((status, reason), (Status, Reason));
    }
}
