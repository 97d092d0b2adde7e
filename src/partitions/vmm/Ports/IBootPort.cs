// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Vmm.Ports;

/// <summary>What starting a guest needs.</summary>
public interface IBootPort
{
    /// <summary>Copies the guest's payloads into its memory and makes them visible to a guest whose
    /// caches are off.</summary>
    /// <returns>Whether every payload fits.</returns>
    bool LoadPayloads();

    /// <summary>The page that the kernel loads a virtual CPU's registers from, laid out as
    /// <see cref="Abi.GuestRegisters"/>.</summary>
    Span<ulong> Registers { get; }
}
