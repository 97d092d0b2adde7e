// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>An entry into a server thread. The entry code reads the first two fields by their
/// offsets.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Portal : IPoolRow
{
    /// <summary>Common header; must be the first field.</summary>
    public ObjectHeader Header;

    /// <summary>Entry address in the server.</summary>
    public ulong Entry;

    /// <summary>Value handed to the server, telling it which portal was called.</summary>
    public ulong Badge;

    /// <summary>The server.</summary>
    public Link<ExecutionContext> Server;

    /// <summary>What a virtual CPU's exit carries in the UTCB.</summary>
    public RegisterGroups Groups;

    /// <summary><see cref="ExecutionContext.Key"/> of the server when the portal was
    /// made.</summary>
    public ulong ServerKey;

    readonly bool IPoolRow.IsFree => Header.Kind == Abi.ObjectKind.None;
}
