// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Says what an attribute may be put on.</summary>
public sealed class AttributeUsageAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    public AttributeUsageAttribute(AttributeTargets validOn) => ValidOn = validOn;

    /// <summary>The places.</summary>
    public AttributeTargets ValidOn { get; }

    /// <summary>Whether it may stand there several times.</summary>
    public bool AllowMultiple { get; set; }

    /// <summary>Whether derived classes have it too.</summary>
    public bool Inherited { get; set; }
}
