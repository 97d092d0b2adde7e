// SPDX-License-Identifier: MIT
namespace Bulkhead;

/// <summary>
/// Says which requirements and invariants a test, or each test of a class, is evidence for:
/// <c>R-FLOW-1</c>, <c>I26</c>. The page docs/traceability.md is made from it.
/// </summary>
/// <param name="ids">Their names.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class VerifiesAttribute(params string[] ids) : Attribute
{
    /// <summary>Requirements and invariants.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;
}
