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
        ResultCode result = FindFaultPortal(ref state, ref current, out Link<Portal> fault);
        if (!result.IsSuccess) return result;
        result = Contexts<TAsp>.CreateThread(
            ref state, domain, current.Frame[2], cpu, out Link<ExecutionContext> link);
        if (!result.IsSuccess) return result;
        ref ExecutionContext thread = ref link.In(ref state);
        thread.FaultPortal = fault;
        if (!fault.IsNone) thread.FaultPortalGeneration = fault.In(ref state).Header.Generation;
        thread.Tag = current.Frame[7];
        bool isServer = current.Frame[4] == 0;
        TAsp.StartThread(ref thread, current.Frame[4], current.Frame[3], current.Frame[5]);
        Contexts<TAsp>.Settle(ref thread, isServer);
        return CreationArguments.Finish(
            ref state, domain, slot, ref thread.Header, ObjectKind.ExecutionContext,
            Rights.ContextControl);
    }

    // 0: its faults stop it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ResultCode FindFaultPortal(
        ref KernelState state, ref ExecutionContext current, out Link<Portal> fault)
    {
        fault = default;
        if (current.Frame[6] == 0) return ResultCode.Success;
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[6], Rights.PortalCall,
            out Link<Capability> found);
        if (result.IsSuccess) fault = found.In(ref state).Object.Reinterpret<Portal>();
        return result;
    }
}
