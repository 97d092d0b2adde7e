// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Gates;

/// <summary>Code, constants and memory stay within their budgets.</summary>
public sealed class SizeGate : IGate
{
    private readonly GatePolicy _policy;

    /// <summary>Makes the gate.</summary>
    /// <param name="policy">Holds the budgets.</param>
    public SizeGate(GatePolicy policy) => _policy = policy;

    /// <inheritdoc/>
    public GateResult Check(GateSubject subject)
    {
        ProgramSizes sizes = ProgramSizes.Of(subject.Program);
        long constant = sizes.Text + sizes.ReadOnly;
        List<string> offences = [];
        if (_policy.TextBytesMax > 0 && constant > _policy.TextBytesMax)
        {
            offences.Add($"Code and read-only data take {constant} bytes, "
                + $"{constant - _policy.TextBytesMax} more than the budget of "
                + $"{_policy.TextBytesMax}.");
        }
        if (_policy.MemoryBytesMax > 0 && sizes.Total > _policy.MemoryBytesMax)
        {
            offences.Add($"All memory together takes {sizes.Total} bytes, "
                + $"{sizes.Total - _policy.MemoryBytesMax} more than the budget of "
                + $"{_policy.MemoryBytesMax}.");
        }
        return new GateResult(
            "sizes",
            $"text {sizes.Text}, read-only {sizes.ReadOnly}, data {sizes.Data}, "
                + $"zeroed {sizes.Zeroed}, all {sizes.Total} bytes",
            offences);
    }
}
