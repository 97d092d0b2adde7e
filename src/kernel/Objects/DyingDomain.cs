// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>
/// The end of a domain, in steps. It has no capability any more, so nothing can be put into it from
/// outside; when its contexts are stopped, from inside neither. So each pool is gone through once,
/// and the domain's row says how far that has come.
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class DyingDomain<TAsp> where TAsp : struct, IAsp
{
    // So many rows are looked at in a step.
    private const int StepRows = 6;

    /// <summary>One step of ending the first domain that is dying.</summary>
    /// <param name="state">The kernel.</param>
    /// <returns>False when there is none.</returns>
    internal static bool TakeStep(ref KernelState state)
    {
        for (int index = 0; state.DyingCount != 0 && index < Limits.DomainsMax; index++)
        {
            ref ProtectionDomain domain = ref state.Domains[index];
            if (domain.Dying == DyingPhase.None) continue;
            bool goesOn = true;
            for (int count = 0; count < StepRows && goesOn; count++)
            {
                goesOn = LookAtRow(ref state, index, ref domain);
            }
            return true;
        }
        return false;
    }

    // Whether there was nothing to do for a row.
    private static bool LookAtRow(ref KernelState state, int index, ref ProtectionDomain domain)
    {
        Link<ProtectionDomain> link = Link<ProtectionDomain>.To(ref state, ref domain);
        int cursor = domain.Cursor;
        if (cursor == RowsOf(domain.Dying))
        {
            domain.Cursor = 0;
            domain.Dying++;
            if (domain.Dying != DyingPhase.Over) return true;
            Destruction<TAsp>.FinishDomain(ref state, ref domain);
            return false;
        }
        Link<Capability> left = default;
        switch (domain.Dying)
        {
            case DyingPhase.Stopping or DyingPhase.Contexts:
                ref ExecutionContext context = ref state.Contexts[cursor];
                if (context.Domain != link || context.Header.Kind == ObjectKind.None) break;
                if (domain.Dying == DyingPhase.Contexts) left = context.Header.Root;
                else if (context.State != ContextState.Off)
                {
                    Standstill<TAsp>.Hold(ref state, context.Cpu);
                    ContextLifecycle<TAsp>.Stop(ref state, ref context);
                    return false;
                }
                break;
            case DyingPhase.Mappings:
                Mappings<TAsp>.RemoveNext(ref state, ref domain.Cursor, default, link);
                return false;
            case DyingPhase.Slots:
                ref Capability slot = ref state.Spaces[index][cursor];
                if (!slot.IsEmpty) left = Link<Capability>.To(ref state, ref slot);
                break;
            default:
                ref ObjectHeader header = ref state.Domains[cursor].Header;
                if (header.Kind != ObjectKind.None && header.Payer == link) left = header.Root;
                break;
        }
        domain.Cursor++;
        if (left.IsNone) return true;
        domain.Cursor--;
        if (!Revocation<TAsp>.RemoveBelow(ref state, left)) Revocation<TAsp>.Remove(
            ref state, left);
        return false;
    }

    private static int RowsOf(DyingPhase phase) => phase switch
    {
        DyingPhase.Mappings => KernelState.MappingsMax,
        DyingPhase.Slots => Limits.SelectorsMax,
        DyingPhase.Domains => Limits.DomainsMax,
        _ => KernelState.ContextsMax,
    };
}
