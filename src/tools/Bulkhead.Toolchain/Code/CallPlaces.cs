// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Code;

/// <summary>Places of calls in sources.</summary>
/// <remarks>
/// What the C# compiler adds at the start of a method has no line, and the line tables then go on
/// with that of the function before: such a call gets the first line that is the method's own.
/// </remarks>
public sealed class CallPlaces
{
    private readonly Dictionary<ulong, string> _known;
    private readonly Dictionary<Function, string?> _before = [];

    /// <summary>Collects them.</summary>
    /// <param name="map">The functions.</param>
    /// <param name="places">Addresses of calls and places, as the line tables have them.</param>
    public CallPlaces(CodeMap map, IEnumerable<(ulong Address, string Place)> places)
    {
        _known = places.ToDictionary(row => row.Address, row => row.Place);
        string? last = null;
        foreach (Function function in map.Functions)
        {
            _before[function] = last;
            last = Of(function).LastOrDefault() ?? last;
        }
    }

    /// <summary>The place of a call; null when it is not known.</summary>
    /// <param name="function">The function that calls.</param>
    /// <param name="address">The call.</param>
    public string? Find(Function function, ulong address)
    {
        string? place = _known.GetValueOrDefault(address);
        return place == _before[function]
            ? Of(function).FirstOrDefault(other => other != place) : place;
    }

    private IEnumerable<string> Of(Function function) => function.Instructions
        .Select(instruction => _known.GetValueOrDefault(instruction.Address)).OfType<string>();
}
