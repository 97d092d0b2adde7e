// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>A portal that this partition may call.</summary>
public readonly struct Portal
{
    /// <summary>Its selector.</summary>
    public readonly uint Selector;

    /// <summary>The portal at a selector.</summary>
    /// <param name="selector">The selector.</param>
    public Portal(uint selector) { Selector = selector; }

    /// <summary>The console server's.</summary>
    public static Portal Console => new(Selectors.Console);

    /// <summary>This partition's own server thread's.</summary>
    public static Portal Self => new(Selectors.SelfPortal);

    /// <summary>The partition manager's.</summary>
    public static Portal Manager => new(Selectors.Manager);

    /// <summary>Calls it.</summary>
    /// <param name="message">What is sent; the reply afterwards, unless the call is
    /// refused.</param>
    /// <returns>Success, or why not.</returns>
    public ResultCode Call(ref Message message) => Kernel.Call(Selector, ref message);

    /// <summary>Calls it with one word.</summary>
    /// <param name="label">Operation.</param>
    /// <param name="word">Word 0.</param>
    /// <returns>The reply's word 0.</returns>
    public CallResult Call(uint label, ulong word) => Kernel.Call(Selector, label, word);
}
