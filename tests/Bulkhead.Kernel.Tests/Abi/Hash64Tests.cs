// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Kernel.Tests.Abi;

public class Hash64Tests
{
    // Computed from the description with another program.
    [Theory]
    [InlineData("", 0xcbf29ce484222325)]
    [InlineData("a", 0x63411422b46d1f41)]
    [InlineData("abc", 0x936625390728f85a)]
    [InlineData("message digest", 0xba02b428909ce51f)]
    [InlineData("abcdefghijklmnopqrstuvwxyz", 0x98b4a4036807578c)]
    [InlineData(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 0x08ae4c991bbb88a9)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        0x889153e4be00c3c5)]
    public void Gives_what_the_description_says(string text, ulong hash) =>
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
            for (int hole = 0; hole <= 56; hole += 8)
            {
                byte[] filled = [.. data];
                filled.AsSpan(hole, 8).Clear();
                Assert.Equal(Hash64.Compute(filled), Hash64.ComputeWithHole(data, hole));
            }
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(64)]
    public void No_hole_hashes_as_it_is(int hole)
    {
        byte[] data = [.. Enumerable.Repeat((byte)9, 67)];
        Assert.Equal(Hash64.Compute(data), Hash64.ComputeWithHole(data, hole));
    }
}
