// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>
/// A slot of a capability space: an object, rights, and its place in the derivation tree, through
/// which revocation finds everything that came from it. 32 bytes, so that a slot's address is one
/// shift away.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
public struct Capability
{
    /// <summary>The object; its type is the kind's.</summary>
    public Link<ObjectHeader> Object;

    private uint _rights;

    /// <summary>Rights; none in an empty slot. They are written last and read first: another CPU
    /// that sees them sees everything else.</summary>
    public Rights Rights
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get => (Rights)Volatile.Read(in _rights);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => Volatile.Write(ref _rights, (uint)value);
    }

    /// <summary>The capability that this one was delegated from.</summary>
    public Link<Capability> Parent;

    /// <summary>First capability that was delegated from this one.</summary>
    public Link<Capability> FirstChild;

    /// <summary>Next child of the same parent.</summary>
    public Link<Capability> Next;

    /// <summary>Previous child of the same parent.</summary>
    public Link<Capability> Previous;

    /// <summary>Kind of the object; <see cref="ObjectKind.None"/> marks an empty slot.</summary>
    public ObjectKind Kind;

    /// <summary>Row of the mappings that the removal of those from here has come to.</summary>
    public ushort Cursor;

    /// <summary>Mappings that stand on it.</summary>
    public ushort MappingCount;

    /// <summary>Whether the slot holds nothing.</summary>
    public readonly bool IsEmpty => Kind == ObjectKind.None;
}
