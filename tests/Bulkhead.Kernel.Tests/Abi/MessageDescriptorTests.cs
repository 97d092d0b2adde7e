// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Abi;

public class MessageDescriptorTests
{
    [Theory]
    [InlineData(0u, 0u)]
    [InlineData(7u, 512u)]
    [InlineData(uint.MaxValue, 1u)]
    public void Keeps_label_and_words(uint label, uint words)
    {
        MessageDescriptor descriptor = new(label, words);
        Assert.Equal(label, descriptor.Label);
        Assert.Equal(words, descriptor.UtcbWords);
        Assert.True(descriptor.IsValid);
        Assert.Equal(((ulong)label << 32) | words, descriptor.Value);
    }

    [Theory]
    [InlineData(513ul)]
    [InlineData(1023ul)]
    [InlineData(1ul << 10)]
    [InlineData(1ul << 31)]
    [InlineData((1ul << 32) | (1ul << 20) | 1)]
    public void Refuses_reserved_bits_and_too_many_words(ulong value) =>
        Assert.False(new MessageDescriptor(value).IsValid);

    [Fact]
    public void Every_single_bit_is_judged_by_its_field()
    {
        for (int bit = 0; bit < 64; bit++)
        {
            bool isReserved = bit is >= 10 and < 32;
            Assert.Equal(!isReserved, new MessageDescriptor(1ul << bit).IsValid);
        }
    }
}
