// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Gates;

/// <summary>One rule over a finished program.</summary>
public interface IGate
{
    /// <summary>Looks for offences.</summary>
    GateResult Check(GateSubject subject);
}
