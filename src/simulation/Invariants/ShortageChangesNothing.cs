// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Invariants;

/// <summary>I33.</summary>
internal sealed class ShortageChangesNothing : KernelInvariant
{
    internal override int Number => 33;

    internal override string Sentence =>
        "When an allocation fails, for want of a pool row, a table page or quota, wherever in the "
        + "hypercall it does, the kernel is as it was.";

    internal override string LooksAt => "the bytes of the kernel before and after a refusal for "
        + "want of resources";

    internal override void Check(Inspection at)
    {
        bool isShortage = at.IsRefused && at.Result.Status == Status.NoResources;
        if (isShortage && at.Before.IsTaken) QuotasAndRefusals.CheckRefusal(at);
    }
}
