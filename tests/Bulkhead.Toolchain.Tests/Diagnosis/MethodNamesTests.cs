// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Diagnosis;

namespace Bulkhead.Toolchain.Tests.Diagnosis;

public class MethodNamesTests
{
    [Theory]
    [InlineData("A.Box`1", "Put", "A.Box`1.Put")]
    [InlineData("A.Outer+Inner", "Put", "A.Outer.Inner.Put")]
    [InlineData("A.Box+<Count>d__3", "MoveNext", "A.Box.Count")]
    [InlineData("A.Box+<Count>d__3`1", "MoveNext", "A.Box.Count")]
    [InlineData("A.Box+<>c", "<Main>b__0_1", "A.Box.Main")]
    [InlineData("A.Box+<>c__DisplayClass1_0", "<Main>b__0", "A.Box.Main")]
    [InlineData("A.Box", "<Main>g__Local|0_0", "A.Box.Main")]
    [InlineData("A.Box", ".ctor", "A.Box..ctor")]
    public void WhatTheCompilerMakesHasTheNameOfItsAuthor(
        string type, string method, string expected) =>
        Assert.Equal(expected, MethodNames.Of(type, method));
}
