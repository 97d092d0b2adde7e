// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>The slots of one capability space.</summary>
[InlineArray(Limits.SelectorsMax)]
public struct CapabilitySlots { private Capability _element; }
