// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;

namespace Bulkhead.Toolchain.Tests.Code;

public class CodeMapTests
{
    [Fact]
    public void DataBetweenInstructionsIsLeftOut()
    {
        CodeMap map = CodeMap.Of(TinyProgram.Link("""
            .global _start
            _start: ldr x0, =0x1122334455667788
                ret
                .ltorg
            .global next
            next: ret
            """));
        Assert.Equal(2, map.Find("_start")!.Instructions.Count);
        Assert.Single(map.Find("next")!.Instructions);
    }

    [Fact]
    public void AliasesAreOneFunctionUnderTheLongerName()
    {
        CodeMap map = CodeMap.Of(TinyProgram.Link("""
            .global _start, long_managed_name
            _start:
            long_managed_name: ret
            """));
        Function function = Assert.Single(map.Functions);
        Assert.Equal("long_managed_name", function.Name);
        Assert.Equal(function, map.Find("_start"));
        Assert.Equal(function, map.At(function.Start));
        Assert.Null(map.At(function.End));
    }

    [Fact]
    public void CallsJumpsAndRunningOnAreEdges()
    {
        var graph = new CallGraph(CodeMap.Of(TinyProgram.Link("""
            .global _start, first, second, third
            _start: bl second
                cbz x0, third
            first:  b .
            second: ret
            third:  b second
            """)));
        Assert.Equal(["second", "third", "first"], Names(graph, "_start"));
        Assert.Empty(Names(graph, "first"));
        Assert.Equal(["second"], Names(graph, "third"));
    }

    private static IEnumerable<string> Names(CallGraph graph, string function) =>
        graph.Callees(graph.Map.Find(function)!).Select(callee => callee.Name);
}
