// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Seams;

/// <summary>Registers of execution contexts.</summary>
public interface IContexts
{
    /// <summary>Sets control registers and frame of a fresh thread.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="entry">First instruction.</param>
    /// <param name="stackTop">Stack pointer.</param>
    /// <param name="argument">Value of the first argument register.</param>
    static abstract void StartThread(
        ref ExecutionContext thread, ulong entry, ulong stackTop, ulong argument);

    /// <summary>Sets the frame of a server for a portal activation: entry, stack, badge. Registers
    /// that the message does not give hold what the server itself left in them.</summary>
    /// <param name="server">The server.</param>
    /// <param name="portal">The portal.</param>
    static abstract void ActivateServer(ref ExecutionContext server, in Portal portal);

    /// <summary>Sets control registers of a fresh virtual CPU and its reset state.</summary>
    /// <param name="context">Its execution context.</param>
    /// <param name="vcpu">Its virtual CPU state, cleared.</param>
    static abstract void ResetVcpu(ref ExecutionContext context, ref VirtualCpu vcpu);

    /// <summary>Lets the context execute its last hypercall or faulting instruction again when it
    /// runs next.</summary>
    /// <param name="context">The context.</param>
    /// <param name="kind">What it was doing.</param>
    static abstract void Restart(ref ExecutionContext context, CallKind kind);

    /// <summary>Steps a context over the instruction that caused its exit.</summary>
    /// <param name="context">The context.</param>
    static abstract void Advance(ref ExecutionContext context);

    /// <summary>Raises a synchronous exception in the guest or thread.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="isUndefined">Undefined instruction; else external abort.</param>
    static abstract void InjectException(
        ref KernelState state, ref ExecutionContext context, bool isUndefined);

    /// <summary>Copies register groups of a virtual CPU into a message page.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="page">The page.</param>
    /// <param name="groups">Which.</param>
    static abstract void ExportRegisters(
        ref KernelState state, ref ExecutionContext context, ref UtcbPage page,
        RegisterGroups groups);

    /// <summary>Loads register groups of a virtual CPU from a message page; what the guest may not
    /// set is masked.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="page">The page.</param>
    /// <param name="groups">Which.</param>
    static abstract void ImportRegisters(
        ref KernelState state, ref ExecutionContext context, ref UtcbPage page,
        RegisterGroups groups);

    /// <summary>Does what must be done before another context runs than the one that left: system
    /// registers, traps. Frame and <see cref="ContextControls"/> are the entry code's.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="next">The context that runs next.</param>
    /// <returns>The same context, so that a handler can end with this call.</returns>
    static abstract ref ExecutionContext SwitchTo(ref KernelState state, ref ExecutionContext next);

    /// <summary><see cref="SwitchTo"/> from a virtual CPU that ran until now to
    /// another.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    /// <param name="before">The virtual CPU that ran.</param>
    /// <param name="next">The virtual CPU that runs next.</param>
    /// <returns>The same.</returns>
    static abstract ref ExecutionContext SwitchGuest(
        ref KernelState state, ref Scheduling.Cpu cpu, ref ExecutionContext before,
        ref ExecutionContext next);

    /// <summary>Forgets hardware state of a context that is being destroyed.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The context.</param>
    static abstract void Forget(ref KernelState state, ref ExecutionContext context);

    /// <summary>Copies message words.</summary>
    /// <param name="from">Source page.</param>
    /// <param name="to">Target page.</param>
    /// <param name="first">Index of the first word in both.</param>
    /// <param name="words">1 to as many as there are from there.</param>
    static abstract void CopyWords(ref UtcbPage from, ref UtcbPage to, uint first, uint words);
}
