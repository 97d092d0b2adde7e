// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Names;

namespace Bulkhead.Toolchain.Tests.Names;

public class MangledTextTests
{
    [Theory]
    [InlineData("System.Private.CoreLib", "S_P_CoreLib")]
    [InlineData("Bulkhead.Native", "Bulkhead_Native")]
    [InlineData("bench-native", "bench_native")]
    [InlineData("2d-maps", "_2d_maps")]
    public void AssembliesHaveTheirPrefix(string name, string prefix) =>
        Assert.Equal(prefix, MangledText.OfAssembly(name));

    [Theory]
    [InlineData("List`1", "List_1")]
    [InlineData("<Main>b__0_1", "_Main_b__0_1")]
    [InlineData("7up", "_7up")]
    [InlineData("größe", "gr__e")]
    [InlineData("", "")]
    public void OnlyLettersAndDigitsOfAsciiAreLeft(string name, string expected) =>
        Assert.Equal(expected, MangledText.Sanitize(name));

    [Fact]
    public void SeparatorsInAnglesAreNone()
    {
        const string Symbol = "A_Box<B__C>__Put";
        Assert.Equal(
            [Symbol.LastIndexOf("__", StringComparison.Ordinal)],
            MangledText.SeparatorsFromEnd(Symbol));
    }

    // Three lines are two separators that overlap: a name may begin or end with one.
    [Fact]
    public void EverySeparatorIsFoundFromTheEnd() =>
        Assert.Equal([6, 5, 1], MangledText.SeparatorsFromEnd("a__bc___d"));

    [Theory]
    [InlineData("Int32", "Int32")]
    [InlineData("Int32__String", "Int32|String")]
    [InlineData("System___Canon", "System___Canon")]
    [InlineData("System___Canon__System___Canon", "System___Canon|System___Canon")]
    [InlineData("A_Pair<Int32__Char>__Byte", "A_Pair<Int32__Char>|Byte")]
    [InlineData("__Array<Int32>__String", "__Array<Int32>|String")]
    [InlineData("Int32____Array<Char>", "Int32|__Array<Char>")]
    [InlineData("Boxed_Int32", "Boxed_Int32")]
    public void ArgumentsAreTakenApart(string list, string expected) =>
        Assert.Equal(expected, string.Join('|', MangledText.Arguments(list)));
}
