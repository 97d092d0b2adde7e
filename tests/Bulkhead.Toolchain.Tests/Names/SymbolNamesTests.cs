// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Names;

namespace Bulkhead.Toolchain.Tests.Names;

public class SymbolNamesTests
{
    private const string Prefix = TypeCatalogueTests.Prefix;
    private const string Space = "Bulkhead.Toolchain.Tests.Names.";
    private const string List = "S_P_CoreLib_System_Collections_Generic_List_1";

    private static readonly SymbolNames _names = new(TypeCatalogueTests.Catalogue);

    [Theory]
    [InlineData("_ZTV6String", "System.String")]
    [InlineData("_ZTV12Boxed_Int32", "System.Int32")]
    [InlineData("_ZTV14__Array<Int32>", "System.Int32[]")]
    [InlineData("_ZTV24__Array<__Array<String>>", "System.String[][]")]
    [InlineData("_ZTV9" + List + "<Int32>", "System.Collections.Generic.List`1[System.Int32]")]
    [InlineData("_ZTV9" + List + "<System___Canon>",
        "System.Collections.Generic.List`1[System.__Canon]")]
    [InlineData("_ZTV9" + List + "<" + List + "<__Array<Char>>>",
        "System.Collections.Generic.List`1[System.Collections.Generic.List`1[System.Char[]]]")]
    [InlineData("_ZTV9S_P_CoreLib_System_Collections_Generic_Dictionary_2<String__Int32>",
        "System.Collections.Generic.Dictionary`2[System.String,System.Int32]")]
    [InlineData("_ZTV11Boxed_UInt8", "System.Byte")]
    [InlineData("_ZTV10Boxed_Int8", "System.SByte")]
    [InlineData("_ZTV14__Array<Bool>", "System.Boolean[]")]
    [InlineData("_ZTV18__MDArray<Int32,2>", "System.Int32[,]")]
    [InlineData("_ZTV18__MDArray<__Array<String>,3>", "System.String[][,,]")]
    [InlineData("_ZTV9" + List + "<__MDArray<Object,2>>",
        "System.Collections.Generic.List`1[System.Object[,]]")]
    [InlineData("_ZTV9" + Prefix + "SampleTypes_Outer_1_Inner<UInt8>",
        Space + "SampleTypes+Outer`1+Inner[System.Byte]")]
    public void TablesHaveNames(string symbol, string name) =>
        Assert.Equal(name, _names.TableName(symbol, out _));

    [Theory]
    [InlineData("String")]
    [InlineData("_ZTV6Nobody")]
    [InlineData("_ZTV9" + List + "<Nobody>")]
    [InlineData("_ZTV9" + List + "<Int32>_more")]
    [InlineData("_ZTV14__Array<Nobody>")]
    [InlineData("_ZTV18__MDArray<Int32>")]
    [InlineData("_ZTV18__MDArray<Nobody,2>")]
    public void WhatIsNoKnownTableHasNone(string symbol) =>
        Assert.Null(_names.TableName(symbol, out _));

    [Fact]
    public void TypeComesWithItsName()
    {
        _names.TableName("_ZTV9" + Prefix + "SampleTypes_Sides", out NamedType? flags);
        Assert.True(flags!.IsFlags);
        Assert.NotNull(_names.TableName("_ZTV14__Array<Int32>", out NamedType? array));
        Assert.Null(array);
    }

    [Theory]
    [InlineData("String__Concat", "System.String", "Concat")]
    [InlineData("String__Concat_5", "System.String", "Concat")]
    [InlineData("S_P_CoreLib_System_Int32__Parse", "System.Int32", "Parse")]
    [InlineData(List + "<Int32>__Add", "System.Collections.Generic.List`1", "Add")]
    [InlineData(List + "<System___Canon>___ctor", "System.Collections.Generic.List`1", ".ctor")]
    [InlineData(List + "<Int32>__ConvertAll<Char>_2", "System.Collections.Generic.List`1",
        "ConvertAll")]
    [InlineData(Prefix + "SampleTypes_Outer_1_Inner<Int32>__Count",
        Space + "SampleTypes+Outer`1+Inner", "Count")]
    [InlineData(Prefix + "SampleTypes_Outer_1_Inner<Int32>__Count_0",
        Space + "SampleTypes+Outer`1+Inner", "Count")]
    [InlineData(Prefix + "SampleTypes_Outer_1_Inner<Int32>__Count_1",
        Space + "SampleTypes+Outer`1+Inner", "Count_1")]
    public void MethodsHaveNames(string symbol, string type, string method)
    {
        Assert.True(_names.TryMethod(symbol, out string foundType, out string foundMethod));
        Assert.Equal((type, method), (foundType, foundMethod));
    }

    [Theory]
    [InlineData("RhpNewFast")]
    [InlineData("String__NoSuchMethod")]
    [InlineData("Nobody__Concat")]
    [InlineData("")]
    public void WhatIsNoKnownMethodHasNone(string symbol)
    {
        Assert.False(_names.TryMethod(symbol, out string type, out string method));
        Assert.Equal(("", ""), (type, method));
    }
}
