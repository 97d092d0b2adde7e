// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Harness;

/// <summary>
/// A thread of low priority in the manager's own domain whose hypercalls are interrupted where the
/// kernel looks for interrupts: the manager's thread wakes there, does something, sleeps again, and
/// the hypercall goes on.
/// </summary>
internal sealed class InterruptedCall
{
    private readonly KernelHarness _kernel;
    private readonly uint _bell;

    internal InterruptedCall(KernelHarness kernel)
    {
        _kernel = kernel;
        _bell = kernel.CreateSemaphore();
        kernel.Call(Hypercall.BindInterrupt, Selectors.BootInterrupts, _bell).Succeeds();
        Thread = kernel.ContextOf(kernel.StartThread(10));
    }

    /// <summary>The thread.</summary>
    internal Link<ExecutionContext> Thread { get; }

    /// <summary>Looks for interrupts since the hypercall began.</summary>
    internal int LookCount { get; private set; }

    /// <summary>Makes a hypercall as the thread.</summary>
    /// <param name="isAt">Whether an interrupt arrives at a look, counted from 0.</param>
    /// <param name="meanwhile">What the manager's thread does then.</param>
    /// <param name="number">The hypercall.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What the thread has in its registers at last.</returns>
    internal CallResult Make(
        Func<int, bool> isAt, Action meanwhile, Hypercall number,
        params ReadOnlySpan<ulong> arguments) =>
        MakeBy(Thread, isAt, meanwhile, number, arguments);

    /// <summary>The same as another thread, which the thread's time pays for.</summary>
    /// <returns>What the thread has in its registers at last.</returns>
    internal CallResult MakeBy(
        Link<ExecutionContext> caller, Func<int, bool> isAt, Action meanwhile, Hypercall number,
        params ReadOnlySpan<ulong> arguments)
    {
        LookCount = 0;
        _kernel.Machine.AtPreemption = () =>
        {
            if (isAt(LookCount++)) _kernel.Machine.Interrupts.Raise(BootImage.InterruptIds[0]);
        };
        Sleep();
        _kernel.Call(caller, number, arguments);
        while (_kernel.Current == _kernel.Root)
        {
            Action? looks = _kernel.Machine.AtPreemption;
            _kernel.Machine.AtPreemption = null;
            _kernel.Call(Hypercall.AcknowledgeInterrupt, Selectors.BootInterrupts).Succeeds();
            meanwhile();
            _kernel.Machine.AtPreemption = looks;
            Sleep();
        }
        _kernel.Machine.AtPreemption = null;
        CallResult result = _kernel.ResultOf(Thread);
        _kernel.Interrupt(BootImage.InterruptIds[0]);
        _kernel.Call(Hypercall.AcknowledgeInterrupt, Selectors.BootInterrupts).Succeeds();
        return result;
    }

    private void Sleep() => _kernel.Call(Hypercall.SemaphoreDown, _bell, ulong.MaxValue, 0);
}
