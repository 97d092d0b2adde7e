// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Kernel.Tests.Abi;

public class Hash64Tests
{
    // Vectors of the public xxHash64, seed 0.
    [Theory]
    [InlineData("", 0xef46db3751d8e999)]
    [InlineData("a", 0xd24ec4f1a98c6e5b)]
    [InlineData("abc", 0x44bc2cf5ad770999)]
    [InlineData("message digest", 0x066ed728fceeb3be)]
    [InlineData("abcdefghijklmnopqrstuvwxyz", 0xcfe1f278fa89835c)]
    [InlineData(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 0xaaa46907d3047814)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        0xe04a477f19ee145d)]
    public void Gives_the_published_values(string text, ulong hash) =>
        Assert.Equal(hash, Hash64.Compute(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void A_changed_or_missing_byte_changes_the_hash()
    {
        byte[] data = [.. Enumerable.Range(0, 300).Select(value => (byte)value)];
        HashSet<ulong> hashes = [Hash64.Compute(data)];
        for (int index = 0; index < data.Length; index++)
        {
            data[index] ^= 1;
            Assert.True(hashes.Add(Hash64.Compute(data)));
            data[index] ^= 1;
            Assert.True(hashes.Add(Hash64.Compute(data.AsSpan(0, index))));
        }
    }

    [Fact]
    public void A_hole_hashes_as_zeros_wherever_it_is()
    {
        Random random = new(1);
        for (int length = 64; length < 200; length++)
        {
            byte[] data = new byte[length];
            random.NextBytes(data);
            for (int hole = 0; hole <= 56; hole++)
            {
                byte[] filled = [.. data];
                filled.AsSpan(hole, 8).Clear();
                Assert.Equal(Hash64.Compute(filled), Hash64.ComputeWithHole(data, hole));
            }
        }
    }

    [Fact]
    public void Data_too_short_for_a_hole_hash_as_they_are()
    {
        byte[] data = [.. Enumerable.Repeat((byte)9, 63)];
        Assert.Equal(Hash64.Compute(data), Hash64.ComputeWithHole(data, 8));
    }
}
