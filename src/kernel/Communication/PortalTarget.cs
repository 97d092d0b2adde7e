// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>Where a portal call goes: two references that the entry code takes from two
/// registers.</summary>
public ref struct PortalTarget
{
    /// <summary>The server, or a null reference; without a portal, what runs next.</summary>
    public ref ExecutionContext Server;

    /// <summary>The portal, or a null reference.</summary>
    public ref Portal Portal;

    /// <summary>Without a portal.</summary>
    /// <param name="next">What runs next.</param>
    public PortalTarget(ref ExecutionContext next) { Server = ref next; }

    /// <summary>Joins the two.</summary>
    /// <param name="server">The server.</param>
    /// <param name="portal">The portal.</param>
    public PortalTarget(ref ExecutionContext server, ref Portal portal)
    {
        Server = ref server;
        Portal = ref portal;
    }
}
