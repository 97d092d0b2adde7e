// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>A virtual CPU's link to the portal of one exit kind.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ExitPortal
{
    /// <summary>The portal.</summary>
    public Link<Portal> Portal;

    /// <summary>Its incarnation when the virtual CPU was made.</summary>
    public uint Generation;
}
