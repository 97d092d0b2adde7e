// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Names;

namespace Bulkhead.Toolchain.Tests.Names;

public class TypeCatalogueTests
{
    internal const string Prefix = "Bulkhead_Toolchain_Tests_Bulkhead_Toolchain_Tests_Names_";

    internal static readonly TypeCatalogue Catalogue = TypeCatalogue.Read(
        [typeof(TypeCatalogueTests).Assembly.Location, typeof(object).Assembly.Location]);

    [Theory]
    [InlineData(Prefix + "SampleTypes", "Bulkhead.Toolchain.Tests.Names.SampleTypes")]
    [InlineData(Prefix + "SampleTypes_Outer_1_Inner",
        "Bulkhead.Toolchain.Tests.Names.SampleTypes+Outer`1+Inner")]
    [InlineData("S_P_CoreLib_System_Collections_Generic_List_1",
        "System.Collections.Generic.List`1")]
    [InlineData("Int32", "System.Int32")]
    [InlineData("S_P_CoreLib_System_Int32", "System.Int32")]
    [InlineData("String", "System.String")]
    [InlineData("System___Canon", "System.__Canon")]
    public void TypesAreFoundByTheirSymbols(string symbol, string name) =>
        Assert.Equal(name, Catalogue.Find(symbol)?.Name);

    [Theory]
    [InlineData("Decimal")]
    [InlineData("Nobody")]
    [InlineData("")]
    public void UnknownIsNull(string symbol) => Assert.Null(Catalogue.Find(symbol));

    // The first of two members of one value counts; negative values are large ones.
    [Fact]
    public void EnumerationHasItsMembersByValue()
    {
        NamedType type = Catalogue.Find(Prefix + "SampleTypes_Level")!;
        Assert.False(type.IsFlags);
        Assert.Equal(
            [(0ul, "None"), (1, "High"), (ulong.MaxValue, "Below")],
            type.Members!.Select(member => (member.Key, member.Value)));
    }

    [Theory]
    [InlineData("Early", true)]
    [InlineData("EarlyOf_1", true)]
    [InlineData("Explicit", false)]
    public void ExplicitStaticConstructorsAreSeen(string type, bool isInitialisedAnyTime) =>
        Assert.Equal(isInitialisedAnyTime,
            Catalogue.Find(Prefix + "SampleTypes_" + type)!.IsInitialisedAnyTime);

    [Fact]
    public void FlagsAreSeen()
    {
        NamedType type = Catalogue.Find(Prefix + "SampleTypes_Sides")!;
        Assert.True(type.IsFlags);
        Assert.Equal(["Left", "Right"], type.Members!.Values);
    }

    [Fact]
    public void OtherTypesHaveNoMembersButMethods()
    {
        NamedType type = Catalogue.Find(Prefix + "SampleTypes_Outer_1_Inner")!;
        Assert.Null(type.Members);
        Assert.Equal(
            ["Count", "Count_1", "_ctor"], type.Methods.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(".ctor", type.Methods["_ctor"]);
    }
}
