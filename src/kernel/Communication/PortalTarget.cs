// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>Where a portal call goes: two references that the entry code takes from two
/// registers.</summary>
public ref struct PortalTarget
{
    /// <summary>The server, or a null reference.</summary>
    public ref ExecutionContext Server;

    /// <summary>The portal, or a null reference.</summary>
    public ref Portal Portal;

    /// <summary>Joins the two.</summary>
    /// <param name="server">The server.</param>
    /// <param name="portal">The portal.</param>
    public PortalTarget(ref ExecutionContext server, ref Portal portal)
    {
        Server = ref server;
        Portal = ref portal;
    }

    /// <summary>A null reference.</summary>
    public static ref ExecutionContext NoContext
    {
        get
        {
            PortalTarget none = default;
            return ref none.Server;
        }
    }
}
