// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Catalogue;

/// <summary>Every lemma.</summary>
internal static class LemmaCatalogue
{
    /// <summary>Every lemma, by subject.</summary>
    internal static IReadOnlyList<Lemma> All { get; } =
    [
        .. AddressSplitLemmas.All, .. DescriptorLemmas.All, .. RangeLemmas.All,
        .. PoolLemmas.All, .. SchedulingLemmas.All, .. RunQueueLemmas.All, .. TimeLemmas.All,
        .. AbiLemmas.All, .. ExtensionLemmas.All, .. ArmRegisterLemmas.All,
        .. InterruptLemmas.All, .. GicLemmas.All, .. MonitorLemmas.All,
    ];
}
