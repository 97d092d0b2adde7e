// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel;

namespace Bulkhead.Asp.Simulated;

/// <summary>The kernel's state as hardware would have it: one page-aligned block that does not
/// move.</summary>
public sealed unsafe class StateBlock : IDisposable
{
    private const nuint PageBytes = 4096;

    // Everything that a link of 32 bits and an item behind it can reach: a kernel that follows a
    // made-up link reads zeros, and its invariants tell, instead of ending the process. The host
    // backs only what is used.
    private static readonly ulong s_reachBytes = (4ul << 30) + (16ul << 20);

    private KernelState* _state;

    /// <summary>Reserves the block, all zero.</summary>
    public StateBlock()
    {
        _state = (KernelState*)NativeMemory.AlignedAlloc((nuint)s_reachBytes, PageBytes);
        Bytes.Clear();
    }

    /// <summary>Bytes of the block.</summary>
    public static int Size => sizeof(KernelState);

    /// <summary>The kernel.</summary>
    /// <exception cref="ObjectDisposedException">The block was given back.</exception>
    public ref KernelState State
    {
        get
        {
            ObjectDisposedException.ThrowIf(_state == null, this);
            // SAFETY: the block lives until Dispose and does not move.
            return ref *_state;
        }
    }

    /// <summary>The kernel as bytes: for snapshots, hashes and physical accesses.</summary>
    /// <exception cref="ObjectDisposedException">The block was given back.</exception>
    public Span<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_state == null, this);
            // SAFETY: exactly the bytes that were reserved; the state holds no managed references.
            return new Span<byte>(_state, sizeof(KernelState));
        }
    }

    /// <summary>Gives the block back.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the block back when the test forgot it.</summary>
    ~StateBlock() => Free();

    private void Free()
    {
        NativeMemory.AlignedFree(_state);
        _state = null;
    }
}
