// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Vmm;

/// <summary>Answer to an exit: words 0 and 1 of the reply. Two words, so it travels in
/// registers.</summary>
public readonly struct ExitReply
{
    /// <summary>What the kernel does.</summary>
    public readonly ulong Action;

    /// <summary>The value read.</summary>
    public readonly ulong Value;

    /// <summary>Builds an answer.</summary>
    /// <param name="action">What the kernel does.</param>
    /// <param name="value">The value read.</param>
    public ExitReply(ExitAction action, ulong value)
    {
        Action = (ulong)action;
        Value = value;
    }

    /// <summary>The access was no device's: the guest gets an external abort.</summary>
    public static ExitReply Abort => new(ExitAction.InjectAbort, 0);

    /// <summary>The write is done.</summary>
    public static ExitReply Written => new(ExitAction.Advance, 0);

    /// <summary>The instruction is undefined for the guest.</summary>
    public static ExitReply Undefined => new(ExitAction.InjectUndefined, 0);

    /// <summary>The read is done.</summary>
    /// <param name="value">What was read, in the lowest bytes.</param>
    /// <returns>The answer.</returns>
    public static ExitReply Read(ulong value) =>
        new(ExitAction.Advance | ExitAction.SetRegister, value);
}
