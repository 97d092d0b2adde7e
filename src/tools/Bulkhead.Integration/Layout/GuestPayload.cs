// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Layout;

/// <summary>Bytes that a monitor copies into its guest before it starts.</summary>
/// <param name="Address">Guest-physical address.</param>
/// <param name="Bytes">The bytes, at least one.</param>
public sealed record GuestPayload(ulong Address, ReadOnlyMemory<byte> Bytes);
