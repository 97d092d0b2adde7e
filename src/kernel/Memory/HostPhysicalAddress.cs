// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Memory;

/// <summary>An address of the machine's physical memory.</summary>
public readonly struct HostPhysicalAddress
{
    /// <summary>The address.</summary>
    public readonly ulong Value;

    /// <summary>Takes an address.</summary>
    /// <param name="value">The address.</param>
    public HostPhysicalAddress(ulong value) { Value = value; }

    /// <summary>The address <paramref name="bytes"/> further.</summary>
    /// <param name="bytes">Distance.</param>
    /// <returns>The address.</returns>
    public HostPhysicalAddress Plus(ulong bytes) => new(Value + bytes);
}
