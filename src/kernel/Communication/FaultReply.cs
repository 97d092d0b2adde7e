// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>What happens to a faulting thread when its fault portal's server has
/// answered.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class FaultReply<TAsp> where TAsp : struct, IAsp
{
    private const int Action = Rendezvous<TAsp>.FirstWord;

    internal static void Apply(
        ref KernelState state, ref ExecutionContext thread, ref ExecutionContext server)
    {
        ExitAction action = (ExitAction)server.Frame[Action];
        if ((action & ExitAction.Redirect) != 0)
        {
            ExitReply<TAsp>.SetResults(ref thread, ref server);
            thread.Frame[RegisterFrame.ProgramCounter] = server.Frame[Action + 5];
        }
        else if ((action & ExitAction.Advance) != 0) TAsp.Advance(ref thread);
        else if (action != ExitAction.Resume) ContextLifecycle<TAsp>.Stop(ref state, ref thread);
    }
}
