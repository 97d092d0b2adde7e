// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Memory;

/// <summary>An address as a domain's second stage sees it (IPA).</summary>
public readonly struct GuestPhysicalAddress
{
    /// <summary>The address.</summary>
    public readonly ulong Value;

    /// <summary>Takes an address.</summary>
    /// <param name="value">The address.</param>
    public GuestPhysicalAddress(ulong value) { Value = value; }

    /// <summary>The address <paramref name="bytes"/> further.</summary>
    /// <param name="bytes">Distance.</param>
    /// <returns>The address.</returns>
    public GuestPhysicalAddress Plus(ulong bytes) => new(Value + bytes);
}
