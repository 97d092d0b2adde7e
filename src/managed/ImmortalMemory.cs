// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>
/// Lets code inside a scope make objects that stay for ever, such as an entry of a table that is
/// filled over time.
/// </summary>
public readonly ref struct ImmortalMemory
{
    private readonly nint _place;

    private ImmortalMemory(nint place) => _place = place;

    /// <summary>Begins to allocate for ever.</summary>
    /// <returns>To be disposed of by the same thread.</returns>
    public static ImmortalMemory Enter() => new(RuntimeCalls.ImmortalEnter());

    /// <summary>Goes back to the scope.</summary>
    public void Dispose() => RuntimeCalls.ImmortalLeave(_place);
}
