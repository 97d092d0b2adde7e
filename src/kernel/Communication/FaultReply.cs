// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>What happens to a faulting thread when its fault portal's server has
/// answered.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class FaultReply<TAsp> where TAsp : struct, IAsp
{
    internal static void Apply(
        ref KernelState state, ref ExecutionContext thread, ExitAction action)
    {
        if ((action & ExitAction.Advance) != 0)
        {
            TAsp.Advance(ref thread);
            return;
        }
        if (action != ExitAction.Resume) ContextLifecycle<TAsp>.Stop(ref state, ref thread);
    }
}
