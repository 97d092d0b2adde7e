// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>A capability: the right to use an object in certain ways, and its place in the
/// derivation forest.</summary>
/// <param name="Target">The object.</param>
/// <param name="Rights">What its holder may do; never more than its parent's for the same
/// object.</param>
/// <param name="Parent">What it was derived from; none for objects that came from the boot or
/// from a hypercall that names no source.</param>
/// <param name="Children">What was derived from it, oldest first.</param>
public sealed record Capability(
    ObjectId Target, Rights Rights, SlotName Parent, ImmutableArray<SlotName> Children);
