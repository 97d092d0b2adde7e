// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Vmm.Gic;

/// <summary>The first registers of the distributor as the guest reads them: GICD_CTLR, GICD_TYPER,
/// GICD_IIDR.
/// </summary>
[InlineArray(WordsMax)]
public struct DistributorFile
{
    /// <summary>Words.</summary>
    public const int WordsMax = 3;

    private uint _element;
}
