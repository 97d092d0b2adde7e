// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// The result of a hypercall in x0: bits 7:0 the <see cref="Abi.Status"/>, bits 23:8 the
/// <see cref="Abi.Reason"/>, the rest zero. Zero is success.
/// </summary>
public readonly struct ResultCode
{
    /// <summary>The register value.</summary>
    public readonly ulong Value;

    /// <summary>Takes a register value as it is.</summary>
    /// <param name="value">The register value.</param>
    public ResultCode(ulong value) { Value = value; }

    /// <summary>Builds the code of a refusal.</summary>
    /// <param name="status">What kind of answer.</param>
    /// <param name="reason">Why.</param>
    public ResultCode(Status status, Reason reason) { Value = (uint)status | ((uint)reason << 8); }

    /// <summary>The success code.</summary>
    public static ResultCode Success => default;

    /// <summary>What kind of answer.</summary>
    public Status Status => (Status)(Value & 0xff);

    /// <summary>Why it was refused.</summary>
    public Reason Reason => (Reason)((Value >> 8) & 0xffff);

    /// <summary>Whether the hypercall did what was asked.</summary>
    public bool IsSuccess => Value == 0;
}
