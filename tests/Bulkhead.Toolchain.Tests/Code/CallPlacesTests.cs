// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;

namespace Bulkhead.Toolchain.Tests.Code;

public class CallPlacesTests
{
    private static readonly CodeMap _map = CodeMap.Of(TinyProgram.Link(
        TinyProgram.Function("_start", "bl leaf\nret")
            + TinyProgram.Function("second", "bl leaf\nbl leaf\nret")
            + TinyProgram.Function("leaf", "ret")));

    [Theory]
    [InlineData("a.cs:1", "a.cs:1", "b.cs:7", "b.cs:7")]
    [InlineData("a.cs:1", "b.cs:6", "b.cs:7", "b.cs:6")]
    [InlineData("a.cs:1", "a.cs:1", "a.cs:1", null)]
    public void LineOfTheFunctionBeforeIsNotTaken(
        string before, string first, string second, string? expected)
    {
        Function caller = _map.Find("second")!;
        CallPlaces places = new(_map,
        [
            (_map.Find("_start")!.Start, before), (caller.Start, first), (caller.Start + 4, second),
        ]);
        Assert.Equal(expected, places.Find(caller, caller.Start));
    }
}
