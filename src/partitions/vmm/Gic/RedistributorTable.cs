// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Gic;

/// <summary>The redistributors, one per virtual CPU.</summary>
[InlineArray(Limits.VcpusPerMachineMax)]
public struct RedistributorTable
{
    private Redistributor _element;
}
