// SPDX-License-Identifier: MIT
using System.ComponentModel;
using Bulkhead.Abi;

namespace Bulkhead.Host;

/// <summary>
/// Where the calls go that only managers, monitors and whoever has rights to the system can make.
/// A tested partition has no such rights; a test of the partition manager answers with a kernel of
/// its own.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SystemSeam
{
    /// <summary>Answers a call.</summary>
    /// <param name="call">Which.</param>
    /// <param name="arguments">Its registers, from the first.</param>
    /// <returns>The result code.</returns>
    public delegate ulong Answer(Hypercall call, ReadOnlySpan<ulong> arguments);

    [ThreadStatic]
    private static Answer? s_kernel;

    /// <summary>Who answers this thread's calls; null: nobody, all are refused.</summary>
    public static Answer? Kernel
    {
        get => s_kernel;
        set => s_kernel = value;
    }

    /// <summary>Makes a call.</summary>
    /// <param name="call">Which.</param>
    /// <param name="needed">The selector that a partition of a test does not have.</param>
    /// <param name="arguments">Its registers, from the first.</param>
    /// <returns>The result code.</returns>
    public static ulong Ask(Hypercall call, ulong needed, ReadOnlySpan<ulong> arguments) =>
        s_kernel is Answer kernel ? kernel(call, arguments) : KernelSeam.Refuse(needed);
}
