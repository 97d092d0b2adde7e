// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>What every kernel object row carries.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ObjectHeader
{
    /// <summary>Which incarnation of the row this is; counts up at each destruction.</summary>
    public uint Generation;

    private StoredLink _payer;

    /// <summary>Domain whose quota pays; none for what the boot made.</summary>
    public Link<ProtectionDomain> Payer
    {
        readonly get => _payer.As<ProtectionDomain>();
        set => _payer = value;
    }

    private StoredLink _root;

    /// <summary>The object's first capability: when it goes, so does the object.</summary>
    public Link<Capability> Root
    {
        readonly get => _root.As<Capability>();
        set => _root = value;
    }

    /// <summary>Kind; <see cref="ObjectKind.None"/> marks a free row.</summary>
    public ObjectKind Kind;
}
