// SPDX-License-Identifier: MIT
namespace System.Runtime.InteropServices;

/// <summary>How fields are laid out.</summary>
public enum LayoutKind
{
    /// <summary>In order of declaration.</summary>
    Sequential = 0,

    /// <summary>At given offsets.</summary>
    Explicit = 2,

    /// <summary>As the runtime likes.</summary>
    Auto = 3,
}
