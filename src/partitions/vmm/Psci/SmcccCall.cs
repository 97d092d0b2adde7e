// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Vmm.Psci;

/// <summary>
/// A call by HVC or SMC in the form of the SMC Calling Convention 1.1 (DEN 0028). Of a call with a
/// 32-bit function id only the lower halves of the arguments count.
/// </summary>
public readonly struct SmcccCall
{
    private const ulong Is64BitCall = 1ul << 30;

    private readonly ulong _argument1;
    private readonly ulong _argument2;
    private readonly ulong _argument3;

    /// <summary>Takes the words of the exit.</summary>
    /// <param name="immediate">Immediate of the instruction, bit 16 set for SMC.</param>
    /// <param name="x0">Function id.</param>
    /// <param name="x1">First argument.</param>
    /// <param name="x2">Second argument.</param>
    /// <param name="x3">Third argument.</param>
    /// <remarks>Not inlined: the copy that inlining makes takes vector registers.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public SmcccCall(ulong immediate, ulong x0, ulong x1, ulong x2, ulong x3)
    {
        Immediate = (uint)immediate & 0xffff;
        Function = (uint)x0;
        _argument1 = x1;
        _argument2 = x2;
        _argument3 = x3;
    }

    /// <summary>Immediate of the instruction: 0 in every defined call.</summary>
    public uint Immediate { get; }

    /// <summary>Function id: w0.</summary>
    public uint Function { get; }

    /// <summary>First argument.</summary>
    public ulong Argument1 => Narrow(_argument1);

    /// <summary>Second argument.</summary>
    public ulong Argument2 => Narrow(_argument2);

    /// <summary>Third argument.</summary>
    public ulong Argument3 => Narrow(_argument3);

    private ulong Narrow(ulong value) => (Function & Is64BitCall) != 0 ? value : (uint)value;
}
