// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>A protection domain: a capability space, a second-stage address space and a quota of
/// kernel memory.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct ProtectionDomain : IPoolRow
{
    /// <summary>Common header; must be the first field.</summary>
    public ObjectHeader Header;

    /// <summary>Its capability slots.</summary>
    public Run<Capability> Slots;

    /// <summary>Root of its second-stage tables.</summary>
    public Link<TablePage> RootTable;

    /// <summary>Value of the translation-root register for this domain.</summary>
    public ulong TranslationRoot;

    /// <summary>How far its end has come.</summary>
    public DyingPhase Dying;

    /// <summary>Row of the phase's pool that its end has come to.</summary>
    public ushort Cursor;

    /// <summary>A bit for each CPU that contexts of it are bound to.</summary>
    public byte CpuMask;

    /// <summary>Table pages that it may have.</summary>
    public ushort TablePagesQuota;

    /// <summary>Table pages that it has.</summary>
    public ushort TablePagesUsed;

    /// <summary>Objects that it may pay for.</summary>
    public ushort ObjectsQuota;

    /// <summary>Objects that it pays for.</summary>
    public ushort ObjectsUsed;

    readonly bool IPoolRow.IsFree => Header.Kind == Abi.ObjectKind.None && Dying == DyingPhase.None;
}
