// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>Whom a reply goes to: two references that the entry code takes from two
/// registers.</summary>
public ref struct ReplyTarget
{
    /// <summary>The caller, or a null reference.</summary>
    public ref ExecutionContext Caller;

    /// <summary>What it is besides when it is a virtual CPU; else a null reference.</summary>
    public ref VirtualCpu Vcpu;

    /// <summary>A thread.</summary>
    /// <param name="caller">The thread.</param>
    public ReplyTarget(ref ExecutionContext caller) { Caller = ref caller; }

    /// <summary>A virtual CPU.</summary>
    /// <param name="caller">Its execution context.</param>
    /// <param name="vcpu">Its virtual CPU state.</param>
    public ReplyTarget(ref ExecutionContext caller, ref VirtualCpu vcpu)
    {
        Caller = ref caller;
        Vcpu = ref vcpu;
    }
}
