// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// Argument of <see cref="Hypercall.VirtualInterrupt"/>: bits 9:0 interrupt id, 15:12
/// <see cref="VirtualInterruptOperation"/>, 23:16 priority, 24 enabled, 25 edge-triggered.
/// </summary>
public readonly struct VirtualInterruptRequest
{
    /// <summary>The register value.</summary>
    public readonly ulong Value;

    /// <summary>Takes a register value as it is.</summary>
    /// <param name="value">The register value.</param>
    public VirtualInterruptRequest(ulong value) { Value = value; }

    /// <summary>Builds a request without configuration.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="interrupt">Virtual interrupt id.</param>
    public VirtualInterruptRequest(VirtualInterruptOperation operation, uint interrupt) =>
        Value = interrupt | ((ulong)operation << 12);

    /// <summary>Builds a configuration request.</summary>
    /// <param name="interrupt">Virtual interrupt id.</param>
    /// <param name="isEnabled">Whether it may be delivered.</param>
    /// <param name="priority">0 (most urgent) to 255.</param>
    /// <param name="isEdge">Edge- rather than level-triggered.</param>
    public VirtualInterruptRequest(uint interrupt, bool isEnabled, byte priority, bool isEdge)
    {
        Value = interrupt | (
            (ulong)VirtualInterruptOperation.Configure << 12) | ((ulong)priority << 16)
            | (isEnabled ? 1ul << 24 : 0) | (isEdge ? 1ul << 25 : 0);
    }

    /// <summary>Virtual interrupt id.</summary>
    public uint Interrupt => (uint)(Value & 0x3ff);

    /// <summary>What to do.</summary>
    public VirtualInterruptOperation Operation => (VirtualInterruptOperation)((Value >> 12) & 15);

    /// <summary>Whether the operation changes the interrupt's input line.</summary>
    public bool IsLine => Operation
        is VirtualInterruptOperation.RaiseLine or VirtualInterruptOperation.LowerLine;

    /// <summary>0 (most urgent) to 255.</summary>
    public byte Priority => (byte)(Value >> 16);

    /// <summary>Whether it may be delivered.</summary>
    public bool IsEnabled => (Value & (1ul << 24)) != 0;

    /// <summary>Edge- rather than level-triggered.</summary>
    public bool IsEdge => (Value & (1ul << 25)) != 0;
}
