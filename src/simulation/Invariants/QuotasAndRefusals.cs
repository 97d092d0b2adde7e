// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I32.</summary>
internal sealed class QuotasAndRefusals : KernelInvariant
{
    internal override int Number => 32;

    internal override string Sentence =>
        "What a domain is charged for is what it has, recounted, and within its quota; a refused "
        + "hypercall leaves every bit of the kernel but the result register (strong exception "
        + "safety).";

    internal override string LooksAt => "payers of all objects, owners of table pages, the bytes "
        + "of the kernel before and after a refusal";

    internal override void Check(Inspection at)
    {
        if (at.IsRefused && at.Before.IsTaken) CheckRefusal(at);
        if (at.IsDue(CheckScope.Objects) || at.IsDue(CheckScope.Tables)) Recount(ref at.State);
    }

    /// <summary>Compares what a refused hypercall left.</summary>
    internal static void CheckRefusal(Inspection at)
    {
        if (at.Earlier.MustDispatch) return;
        int difference = at.Before.FindDifference(at);
        That(difference < 0,
            $"{(Hypercall)at.Event.Detail} refused with {at.Result.Reason} changed byte "
            + $"{difference:x}");
    }

    private static void Recount(ref KernelState state)
    {
        Span<int> objects = stackalloc int[Limits.DomainsMax];
        Span<int> tables = stackalloc int[Limits.DomainsMax];
        objects.Clear();
        tables.Clear();
        foreach (ref readonly ObjectHandle handle in ObjectHandle.All(ref state).AsSpan())
        {
            Link<ProtectionDomain> payer = handle.Link.In(ref state).Payer;
            if (payer.IsNone) continue;
            objects[NothingSurvivesRevocation.DomainIndex(ref state, payer)]++;
        }
        foreach (ref TablePageRecord record in (Span<TablePageRecord>)state.TableRecords)
        {
            if (record.Owner.IsNone) continue;
            tables[NothingSurvivesRevocation.DomainIndex(ref state, record.Owner)]++;
        }
        for (int index = 0; index < Limits.DomainsMax; index++)
        {
            ref ProtectionDomain domain = ref state.Domains[index];
            bool isLive = domain.Header.Kind == ObjectKind.ProtectionDomain
                || domain.Dying != DyingPhase.None;
            That(isLive || objects[index] + tables[index] == 0,
                "something is charged to a domain that is gone");
            if (!isLive) continue;
            That(domain.ObjectsUsed == objects[index], "objects used differ from their recount");
            That(domain.TablePagesUsed == tables[index],
                "table pages used differ from their recount");
            That(domain.ObjectsUsed <= domain.ObjectsQuota, "more objects than the quota");
            That(domain.TablePagesUsed <= domain.TablePagesQuota,
                "more table pages than the quota");
        }
    }
}
