// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Virtualization;

/// <summary>A guest's registers in message pages, laid out as
/// <see cref="GuestRegisters"/>.</summary>
internal static class RegisterPage
{
    /// <summary>A page after the groups asked for were written into it.</summary>
    internal static ImmutableArray<ulong> Export(
        ImmutableArray<ulong> registers, ImmutableArray<ulong> page, RegisterGroups groups)
    {
        if (groups == RegisterGroups.None) return page;
        ulong[] written = [.. page];
        Copy(registers.AsSpan(), written, groups);
        return [.. written];
    }

    /// <summary>A virtual CPU's registers after the groups were loaded from a page; of pstate
    /// only the bits that a guest may have.</summary>
    internal static ImmutableArray<ulong> Import(
        ImmutableArray<ulong> registers, ReadOnlySpan<ulong> page, RegisterGroups groups,
        ulong stateMask)
    {
        ulong[] loaded = [.. registers];
        Copy(page, loaded, groups);
        if ((groups & RegisterGroups.Control) != 0) loaded[GuestRegisters.Pstate] &= stateMask;
        return [.. loaded];
    }

    private static void Copy(ReadOnlySpan<ulong> from, Span<ulong> to, RegisterGroups groups)
    {
        if ((groups & RegisterGroups.General) != 0)
        {
            from[..GuestRegisters.Pc].CopyTo(to);
        }
        if ((groups & RegisterGroups.Control) != 0)
        {
            from[GuestRegisters.Pc..GuestRegisters.System].CopyTo(to[GuestRegisters.Pc..]);
        }
        if ((groups & RegisterGroups.System) != 0)
        {
            from[GuestRegisters.System..GuestRegisters.Count]
                .CopyTo(to[GuestRegisters.System..]);
        }
    }
}
