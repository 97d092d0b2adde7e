// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Threading;
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Registers;

/// <summary>
/// The guest's ID registers as they were answered first: the shortest way of a trapped read. Every
/// virtual CPU sees the same ones, so the guest finds one kind of processor.
/// </summary>
public struct IdentificationCache
{
    // Direction, op0, op1, CRn and the upper half of CRm of a read at CRm 0 to 7.
    private const ulong ReadMask = 1 | (3ul << 20) | (7ul << 14) | (15ul << 10) | (8ul << 1);
    private const ulong Read = 1 | (3ul << 20);
    private const int CountMax = 64;

    private ulong _known;
    private ValueTable _values;

    /// <summary>Answers a read that was answered before.</summary>
    /// <param name="access">Any access.</param>
    /// <param name="value">What the guest sees.</param>
    /// <returns>Whether it is known.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(RegisterAccess access, out ulong value)
    {
        value = 0;
        int index = Index(access);
        // Read by several CPUs at once: the value is there before its bit.
        if ((access.Value & ReadMask) != Read
            || ((Volatile.Read(ref _known) >> index) & 1) == 0) return false;
        value = _values[index];
        return true;
    }

    /// <summary>Answers a read of an ID register for the first time and keeps the answer.</summary>
    /// <param name="access">A read of a register that
    /// <see cref="RegisterName.IsIdentification"/>.</param>
    /// <param name="hardware">The processor's own value.</param>
    /// <returns>What the guest sees.</returns>
    public ulong Learn(RegisterAccess access, ulong hardware)
    {
        int index = Index(access);
        ulong value = IdRegisterView.Narrow((uint)index >> 3, (uint)index & 7, hardware);
        _values[index] = value;
        Volatile.Write(ref _known, _known | (1ul << index));
        return value;
    }

    // CRm 2:0, op2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Index(RegisterAccess access) =>
        (int)(((access.Value << 2) & 0x38) | ((access.Value >> 17) & 7));

    [InlineArray(CountMax)]
    private struct ValueTable
    {
        private ulong _element;
    }
}
