// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Suite.Longest;

/// <summary>Names of operations, as the bench knows them.</summary>
internal static class OperationName
{
    /// <summary>Gives the name.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>Its name, without blanks.</returns>
    internal static ReadOnlySpan<byte> Of(Operation operation) => operation switch
    {
        Operation.Nothing => "nothing"u8,
        Operation.Short => "short"u8,
        Operation.CreateDomain => "domain"u8,
        Operation.DestroyDomain => "domain.end"u8,
        Operation.CreateThread => "thread"u8,
        Operation.DestroyThread => "thread.end"u8,
        Operation.CreateVcpu => "vcpu"u8,
        Operation.DestroyVcpu => "vcpu.end"u8,
        Operation.CreateScheduling => "time"u8,
        Operation.DestroyScheduling => "time.end"u8,
        Operation.CreatePortal => "portal"u8,
        Operation.CreateSemaphore => "semaphore"u8,
        Operation.DestroyWaiters => "semaphore.end.waiters"u8,
        Operation.DestroyLines => "semaphore.end.lines"u8,
        Operation.CreateSegment => "segment"u8,
        Operation.Delegate => "delegate"u8,
        _ => OfRest(operation),
    };

    private static ReadOnlySpan<byte> OfRest(Operation operation) => operation switch
    {
        Operation.RevokeWide => "revoke.wide"u8,
        Operation.RevokeDeep => "revoke.deep"u8,
        Operation.RevokeParts => "revoke.parts"u8,
        Operation.Map => "map"u8,
        Operation.Unmap => "unmap"u8,
        Operation.BindInterrupt => "bind"u8,
        Operation.BindToVcpu => "bind.vcpu"u8,
        Operation.Configure => "configure"u8,
        Operation.Recall => "recall"u8,
        Operation.StopChain => "stop.chain"u8,
        Operation.StopServer => "stop.server"u8,
        Operation.Chain => "chain"u8,
        Operation.Deadlines => "deadlines"u8,
        Operation.Budgets => "budgets"u8,
        Operation.Calls => "calls"u8,
        Operation.Page => "page"u8,
        Operation.Console => "console"u8,
        Operation.AddWindow => "window"u8,
        Operation.Windows => "windows"u8,
        Operation.SwitchSchedule => "schedule"u8,
        _ => "check"u8,
    };
}
