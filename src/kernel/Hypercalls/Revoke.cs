// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.Revoke"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class Revoke<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(
        ref KernelState state, ref ExecutionContext current, ulong includesTop)
    {
        ulong selector = current.Frame[0];
        Link<Capability> link = current.Slots.At(selector);
        if (link.IsNone) return Outcome.Capability(Reason.SelectorOutOfRange);
        ref Capability top = ref link.In(ref state);
        if (top.IsEmpty) return Outcome.Capability(Reason.SlotEmpty);
        if (includesTop > 1) return Outcome.Parameter(Reason.BadArgument);
        if (ReachesCaller(ref state, ref current, ref top))
        {
            return Outcome.Parameter(Reason.OwnDomain);
        }

        if (Dispatcher<TAsp>.LetsIn(ref current)) return Outcome.Again;
        return Revocation<TAsp>.Revoke(ref state, link, includesTop != 0)
            ? ResultCode.Success : Outcome.Again;
    }

    // A caller that destroyed its own domain or thread could not be told so.
    private static bool ReachesCaller(
        ref KernelState state, ref ExecutionContext current, ref Capability top)
    {
        if (top.Kind == ObjectKind.ProtectionDomain)
        {
            return top.Object.Reinterpret<ProtectionDomain>() == current.Domain;
        }
        return top.Kind == ObjectKind.ExecutionContext
            && top.Object.Reinterpret<ExecutionContext>() == current.Self;
    }
}
