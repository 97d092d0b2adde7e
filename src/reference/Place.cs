// SPDX-License-Identifier: MIT
namespace Bulkhead.Reference;

/// <summary>A place in a line: who came earlier is served earlier. The order of those who came at
/// the same moment is nobody's promise.</summary>
/// <param name="Moment">Number of the moment: a step of somebody, or a tick at which something was
/// due.</param>
/// <param name="Order">Order within the moment.</param>
public readonly record struct Place(long Moment, int Order) : IComparable<Place>
{
    /// <inheritdoc/>
    public int CompareTo(Place other) =>
        Moment == other.Moment ? Order.CompareTo(other.Order) : Moment.CompareTo(other.Moment);
}
