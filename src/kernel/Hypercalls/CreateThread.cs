// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.CreateThread"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class CreateThread<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CreationArguments.Decode(
            ref state, ref current, out Link<Capability> slot, out Link<ProtectionDomain> domain,
            out Link<Cpu> cpu);
        if (!result.IsSuccess) return result;
        return Make(ref state, ref current, slot, domain, cpu);
    }

    // Apart, so that neither has enough locals for the compiler to clear them by vector registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ResultCode Make(
        ref KernelState state, ref ExecutionContext current, Link<Capability> slot,
        Link<ProtectionDomain> domain, Link<Cpu> cpu)
    {
        // 0: its faults stop it.
        ResultCode result = ObjectArgument.FindOptional(
            ref state, ref current, 6, Rights.PortalCall, out Link<ObjectHeader> fault);
        if (!result.IsSuccess) return result;
        result = Contexts<TAsp>.CreateThread(
            ref state, domain, current.Frame[2], cpu, out Link<ExecutionContext> link);
        if (!result.IsSuccess) return result;
        ref ExecutionContext thread = ref link.In(ref state);
        thread.FaultPortal = fault.Reinterpret<Portal>();
        if (!fault.IsNone) thread.FaultPortalGeneration = fault.In(ref state).Generation;
        thread.Tag = current.Frame[7];
        bool isServer = current.Frame[4] == 0;
        TAsp.StartThread(ref thread, current.Frame[4], current.Frame[3], current.Frame[5]);
        Contexts<TAsp>.Settle(ref thread, isServer);
        return CreationArguments.Finish(
            ref state, domain, slot, ref thread.Header, ObjectKind.ExecutionContext,
            Rights.ContextControl);
    }
}
