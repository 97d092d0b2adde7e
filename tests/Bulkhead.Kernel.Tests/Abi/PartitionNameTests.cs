// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Abi;

public class PartitionNameTests
{
    [Theory]
    [InlineData("")]
    [InlineData("linux")]
    [InlineData("abcdefghijklmnopqrstuvwx")]
    public void Length_stops_at_the_padding(string text)
    {
        PartitionName name = default;
        Span<byte> bytes = name;
        System.Text.Encoding.ASCII.GetBytes(text).CopyTo(bytes);
        Assert.Equal(text.Length, name.Length);
    }

    [Fact]
    public void The_information_of_a_partition_fits_its_page() =>
        Assert.InRange(System.Runtime.CompilerServices.Unsafe.SizeOf<PartitionInfo>(), 1,
            (int)Limits.PageBytes);
}
