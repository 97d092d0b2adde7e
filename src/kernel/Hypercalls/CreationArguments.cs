// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>What creating a domain, a thread or a virtual CPU begins with.</summary>
internal static class CreationArguments
{
    /// <summary>Finds the empty slot that x0 selects and the domain that x1 selects.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The caller, which needs <see cref="Rights.DomainCreate"/>.</param>
    /// <param name="slot">Where the new capability goes; none on refusal.</param>
    /// <param name="domain">The domain; none on refusal.</param>
    /// <param name="cpu">The CPU that the second argument names.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Decode(
        ref KernelState state, ref ExecutionContext current, out Link<Capability> slot,
        out Link<ProtectionDomain> domain, out Link<Cpu> cpu)
    {
        domain = default;
        cpu = default;
        ResultCode result = CapabilitySpace.FindEmpty(
            ref state, current.Slots, current.Frame[0], out slot);
        if (!result.IsSuccess) return result;
        result = CpuArgument.Decode(
            ref state, ref current, current.Frame[1], out uint selector, out cpu);
        if (!result.IsSuccess) return result;
        result = CapabilitySpace.Find(
            ref state, current.Slots, selector, Rights.DomainCreate, out Link<Capability> found);
        if (result.IsSuccess) domain = found.In(ref state).Object.Reinterpret<ProtectionDomain>();
        return result;
    }

    /// <summary>Gives a new object to its payer and its capability to the caller; every creation
    /// ends with it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ResultCode Finish(
        ref KernelState state, Link<ProtectionDomain> payer, Link<Capability> slot,
        ref ObjectHeader header, ObjectKind kind, Rights rights)
    {
        Quota.Charge(ref state, payer, ref header);
        CapabilitySpace.InsertRoot(
            ref state, slot, Link<ObjectHeader>.To(ref state, ref header), kind, rights);
        return ResultCode.Success;
    }
}
