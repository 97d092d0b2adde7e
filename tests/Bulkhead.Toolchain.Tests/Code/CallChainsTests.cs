// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;

namespace Bulkhead.Toolchain.Tests.Code;

public class CallChainsTests
{
    private static readonly string _program = string.Concat(
        TinyProgram.Function("_start", "bl first\nret"),
        TinyProgram.Function("first", "bl second\nbl library\nret"),
        TinyProgram.Function("second", "bl library\nbl first\nret"),
        TinyProgram.Function("named_by_a_table", "bl allocate\nret"),
        TinyProgram.Function("library", "bl wall\nbl deeper\nret"),
        TinyProgram.Function("deeper", "b allocate"),
        TinyProgram.Function("checked", "bl wall\nret"),
        TinyProgram.Function("wall", "bl allocate\nret"),
        TinyProgram.Function("allocate", "ret"));

    private static readonly string[] _own = ["first", "second", "named_by_a_table", "checked"];

    [Fact]
    public void EachOwnFunctionHasItsShortestChain()
    {
        IReadOnlyList<CallChain> chains = Find();
        Assert.Equal(
            [
                "_start first library deeper allocate",
                "_start first second library deeper allocate",
                "named_by_a_table allocate",
            ],
            chains.Select(chain => string.Join(' ', chain.Functions)));
        Assert.Equal([true, true, false], chains.Select(chain => chain.IsFromEntry));
        Assert.Equal(
            ["first", "second", "named_by_a_table"],
            chains.Select(chain => chain.Functions[chain.LastOwn].Name));
    }

    [Fact]
    public void CallIsThatOfTheLastOwnFunction()
    {
        CallChain chain = Find()[0];
        Assert.Equal(chain.Functions[1].Start + 4, chain.Call?.Address);
    }

    private static IReadOnlyList<CallChain> Find() =>
        new CallChains(
            new CallGraph(CodeMap.Of(TinyProgram.Link(_program))),
            function => function.Name == "allocate",
            function => _own.Contains(function.Name),
            function => function.Name == "wall").Find(function => function.Name == "_start");
}
