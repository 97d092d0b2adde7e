// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Harness;

/// <content>Letting other threads run than the partition manager's.</content>
internal sealed partial class KernelHarness
{
    private const uint BellSelector = 250;
    private const uint BellInterrupt = Selectors.BootInterrupts;

    private bool _hasBell;

    /// <summary>The manager sleeps until <see cref="WakeRoot"/>.</summary>
    internal void ParkRoot()
    {
        if (!_hasBell)
        {
            Call(Hypercall.CreateSemaphore, BellSelector, 0).Succeeds();
            Call(Hypercall.BindInterrupt, BellInterrupt, BellSelector).Succeeds();
            _hasBell = true;
        }
        Call(Hypercall.SemaphoreDown, BellSelector, ulong.MaxValue, 0);
        Assert.Equal(ContextState.Waiting, Root.In(ref State).State);
    }

    /// <summary>The manager runs again: nothing else has its priority.</summary>
    internal void WakeRoot()
    {
        Interrupt(BootImage.InterruptIds[0]);
        AssertCurrent(Root);
        ResultOf(Root).Succeeds();
        Call(Hypercall.AcknowledgeInterrupt, BellInterrupt).Succeeds();
    }

    /// <summary>Calls a portal with words 0, 1, …</summary>
    internal CallResult CallPortal(
        Link<ExecutionContext> caller, uint portal, params ReadOnlySpan<ulong> words)
    {
        Span<ulong> arguments = stackalloc ulong[10];
        arguments[0] = portal;
        words.CopyTo(arguments[2..]);
        return Call(caller, Hypercall.Call, arguments);
    }

    /// <summary>Replies with words 0, 1, …</summary>
    internal CallResult Reply(Link<ExecutionContext> server, params ReadOnlySpan<ulong> words)
    {
        Span<ulong> arguments = stackalloc ulong[10];
        words.CopyTo(arguments[2..]);
        return Call(server, Hypercall.Reply, arguments);
    }

    /// <summary>Waits on a semaphore for ever.</summary>
    internal CallResult Wait(
        Link<ExecutionContext> thread, uint semaphore, ulong deadline = ulong.MaxValue) =>
        Call(thread, Hypercall.SemaphoreDown, semaphore, deadline, 0);
}
