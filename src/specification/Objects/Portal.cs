// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>An entry into a server thread.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Server">The server thread; it may be stopped or gone.</param>
/// <param name="Entry">Address at which an activation starts.</param>
/// <param name="Badge">What the server finds in x0.</param>
/// <param name="Groups">Register groups that an exit through it carries.</param>
public sealed record Portal(
    ObjectId Id, ObjectId Server, ulong Entry, ulong Badge, RegisterGroups Groups)
    : KernelObject(Id)
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Portal;
}
