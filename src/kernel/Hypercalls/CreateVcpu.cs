// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.CreateVcpu"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class CreateVcpu<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CreationArguments.Decode(
            ref state, ref current, out Link<Capability> slot, out Link<ProtectionDomain> domain,
            out Link<Cpu> cpu);
        if (!result.IsSuccess) return result;
        result = DecodePortals(ref state, ref current, cpu);
        if (!result.IsSuccess) return result;
        result = Contexts<TAsp>.DecodeVcpu(ref state, domain, current.Frame[3]);
        if (!result.IsSuccess) return result;
        Link<ExecutionContext> link = Contexts<TAsp>.CreateVcpu(
            ref state, domain, (uint)current.Frame[3], cpu);
        ref ExecutionContext context = ref link.In(ref state);
        TakePortals(ref state, ref current, ref context.Vcpu.In(ref state));
        return CreationArguments.Finish(
            ref state, domain, slot, ref context.Header, ObjectKind.ExecutionContext,
            Rights.ContextControl);
    }

    private static ResultCode DecodePortals(
        ref KernelState state, ref ExecutionContext current, Link<Cpu> cpu)
    {
        for (uint kind = 0; kind < VirtualCpu.ExitKinds; kind++)
        {
            ResultCode result = CapabilitySpace.Find(
                ref state, current.Slots, current.Frame[2] + kind, Rights.PortalCall,
                out Link<Capability> found);
            if (!result.IsSuccess) return result;
            ref Portal portal = ref found.In(ref state).Object.Reinterpret<Portal>().In(ref state);
            // An exit does not look again. The key of a server names its CPU.
            if ((ushort)portal.ServerKey != cpu.In(ref state).Number + 1)
            {
                return new ResultCode(Status.BadCpu, Reason.None);
            }
        }
        return ResultCode.Success;
    }

    private static void TakePortals(
        ref KernelState state, ref ExecutionContext current, ref VirtualCpu vcpu)
    {
        for (uint kind = 0; kind < VirtualCpu.ExitKinds; kind++)
        {
            CapabilitySpace.Find(
                ref state, current.Slots, current.Frame[2] + kind, Rights.PortalCall,
                out Link<Capability> found);
            Link<Portal> portal = found.In(ref state).Object.Reinterpret<Portal>();
            vcpu.Portals[(int)kind].Portal = portal;
            vcpu.Portals[(int)kind].Generation = portal.In(ref state).Header.Generation;
        }
    }
}
