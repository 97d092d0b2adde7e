// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>A guest, ready to be put into a system image.</summary>
/// <param name="Memory">Its memory.</param>
/// <param name="Pins">Processor that each virtual processor runs on.</param>
/// <param name="Payloads">What is copied into its memory.</param>
/// <param name="Entry">Guest-physical address of the first instruction.</param>
/// <param name="DeviceTree">Guest-physical address of the device tree.</param>
public sealed record GuestSetup(
    MemoryRange Memory,
    IReadOnlyList<int> Pins,
    IReadOnlyList<GuestPayload> Payloads,
    ulong Entry,
    ulong DeviceTree);
