// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Root of the type hierarchy. Tier 0 never makes an instance.</summary>
public unsafe class Object
{
    // The name is looked up by the native compiler (generic unboxing thunks).
    private void* m_pEEType;

    /// <summary>Makes an object.</summary>
    public Object()
    {
    }

    /// <summary>Whether both are the same object.</summary>
    public virtual bool Equals(object? obj) => (object)this == obj;

    /// <summary>Zero: objects have no identity number.</summary>
    public virtual int GetHashCode() => 0;

    /// <summary>The empty string: texts belong to the host tools.</summary>
    public virtual string ToString() => "";
}
