// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Psci;

/// <summary>What follows from a call: a result in x0, something that happens to the virtual CPU, or
/// both.</summary>
public readonly struct PsciReply
{
    private PsciReply(ExitAction action, ulong result, GuestEnd end)
    {
        Action = action;
        Result = result;
        End = end;
    }

    /// <summary>What the kernel does with the virtual CPU.</summary>
    public ExitAction Action { get; }

    /// <summary>New x0.</summary>
    public ulong Result { get; }

    /// <summary>How the guest ends, 0: it goes on.</summary>
    public GuestEnd End { get; }

    /// <summary>The virtual CPU turns itself off.</summary>
    public static PsciReply Off => new(ExitAction.Off, 0, 0);

    /// <summary>The virtual CPU waits for an interrupt and then finds the call
    /// successful.</summary>
    public static PsciReply Standby =>
        new(ExitAction.Advance | ExitAction.SetResults | ExitAction.Wait, 0, 0);

    /// <summary>The call returns a number.</summary>
    /// <param name="result">The number.</param>
    /// <returns>The reply.</returns>
    public static PsciReply Value(ulong result) =>
        new(ExitAction.Advance | ExitAction.SetResults, result, 0);

    /// <summary>The call returns a result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The reply.</returns>
    public static PsciReply Returns(PsciResult result) => Value((ulong)result);

    /// <summary>The whole guest ends.</summary>
    /// <param name="end">How.</param>
    /// <returns>The reply.</returns>
    public static PsciReply Ends(GuestEnd end) => new(ExitAction.Off, 0, end);
}
