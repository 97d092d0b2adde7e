// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Host;

namespace Bulkhead.Native;

/// <summary>A lock between the threads of a partition, over the simulated kernel; the target's says
/// what it does.</summary>
public struct ThreadLock
{
    private object? _lock;

    /// <summary>Whether the calling thread has it.</summary>
    public bool IsHeld => KernelSeam.IsLockHeld(ref _lock);

    /// <summary>Enters when that needs no wait.</summary>
    /// <returns>Whether the caller is in.</returns>
    public bool TryEnter() => KernelSeam.TryEnterLock(ref _lock);

    /// <summary>Enters, and waits for that.</summary>
    /// <returns>Success, or why not.</returns>
    public ResultCode Enter() => EnterUntil(Kernel.Forever);

    /// <summary>Enters, and waits for that until an instant.</summary>
    /// <param name="deadline">The instant.</param>
    /// <returns>Success, or why not.</returns>
    public ResultCode EnterUntil(Instant deadline) => EnterUntil(deadline.Ticks);

    /// <summary>Enters, and waits for that until a deadline.</summary>
    /// <param name="deadline">Absolute, in counter ticks.</param>
    /// <returns>Success, or why not.</returns>
    public ResultCode EnterUntil(ulong deadline) => KernelSeam.EnterLock(ref _lock, deadline);

    /// <summary>Leaves.</summary>
    /// <returns>Success, or why not.</returns>
    public ResultCode Exit() => KernelSeam.ExitLock(ref _lock)
        ? ResultCode.Success : new ResultCode(Status.BadParameter, Reason.BadArgument);
}
