// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.CreateDomain"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class CreateDomain<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CreationArguments.Decode(
            ref state, ref current, out Link<Capability> slot, out Link<ProtectionDomain> payer,
            out Link<Cpu> _);
        if (!result.IsSuccess) return result;
        result = Quota.Check(ref payer.In(ref state));
        if (!result.IsSuccess) return result;
        DomainQuota quota = new(current.Frame[2]);
        if (quota.TablePages == 0
            || current.Frame[2] > uint.MaxValue) return Outcome.Parameter(Reason.BadArgument);
        if (FreeRow.Find<ProtectionDomain>(state.Domains) < 0)
        {
            return Outcome.Resources(Reason.PoolExhausted);
        }

        if (TableAllocator.CountFree(ref state) == 0)
        {
            return Outcome.Resources(Reason.TablePagesExhausted);
        }

        Link<ProtectionDomain> link = Domains<TAsp>.Create(ref state, quota);
        ref ProtectionDomain domain = ref link.In(ref state);
        return CreationArguments.Finish(
            ref state, payer, slot, ref domain.Header, ObjectKind.ProtectionDomain,
            Rights.DomainAll);
    }
}
