// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.BenchNative;

/// <summary>The functions of measure.S: result code, and ticks between two reads of the counter.
/// </summary>
internal static class Operations
{
    /// <summary>Nothing: what reading the counter costs.</summary>
    [RuntimeImport("bench_nothing")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult Nothing();

    /// <summary>The hypercall that is always refused.</summary>
    [RuntimeImport("bench_null")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult Null();

    /// <summary>Raises a semaphore that nobody waits for.</summary>
    [RuntimeImport("bench_semaphore_up")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult SemaphoreUp(ulong semaphore);

    /// <summary>Takes from a semaphore that has something.</summary>
    [RuntimeImport("bench_semaphore_down")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult SemaphoreDown(ulong semaphore);

    /// <summary>Calls an echo server with one word.</summary>
    [RuntimeImport("bench_call_word")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult CallWord(ulong portal);

    /// <summary>Calls an echo server with eight words.</summary>
    [RuntimeImport("bench_call_words")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult CallWords(ulong portal);

    /// <summary>Raises the semaphore that a thread of higher priority waits for.</summary>
    [RuntimeImport("bench_notify")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult Notify(ulong semaphore);

    /// <summary>Waits, reads the counter, tells it; for ever.</summary>
    [RuntimeImport("bench_wait")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Wait(ulong semaphore, ulong portal);

    /// <summary>Raises a semaphore of another CPU when the counter reaches a tick, and gives an
    /// emulator the occasion to let that CPU run.</summary>
    /// <param name="semaphore">The semaphore.</param>
    /// <param name="ticks">The tick.</param>
    [RuntimeImport("bench_raise_at")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void RaiseAt(ulong semaphore, ulong ticks);

    /// <summary>Waits on a semaphore.</summary>
    /// <param name="semaphore">The semaphore.</param>
    /// <param name="roundTicks">A power of two.</param>
    /// <returns>The counter behind the wait, as a remainder.</returns>
    [RuntimeImport("bench_wait_tick")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern CallResult WaitTick(ulong semaphore, ulong roundTicks);
}
