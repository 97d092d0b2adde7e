// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Emit;

namespace Bulkhead.Cli.Testing;

/// <summary>
/// Random damages of a system image, by turns a flipped bit in the header, in the tables and in
/// what lies behind them, and a truncation. A failure names its damage, so it can be repeated.
/// </summary>
/// <param name="Count">How many.</param>
/// <param name="Seed">Where the random numbers begin.</param>
public sealed record ImageMutations(int Count, int Seed)
{
    /// <summary>Reads the arguments of <c>mutate</c>.</summary>
    /// <param name="text">Count and seed.</param>
    /// <returns>The mutations.</returns>
    /// <exception cref="FormatException">They are not two numbers.</exception>
    public static ImageMutations Parse(string text)
    {
        int[] numbers = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(
            word => int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture))];
        return numbers is [int count, int seed] ? new ImageMutations(count, seed)
            : throw new FormatException("`mutate` takes a count and a seed");
    }

    /// <summary>Makes the damages.</summary>
    /// <param name="image">The image that they are for.</param>
    /// <returns>One after the other.</returns>
    public IEnumerable<ImageDamage> For(SystemImage image)
    {
        Random random = new(Seed);
        ReadOnlyMemory<byte> bytes = image.Bytes;
        int headerBytes = Unsafe.SizeOf<SystemImageHeader>();
        int tableBytes = (int)MemoryMarshal.Read<SystemImageHeader>(bytes.Span).TableBytes;
        int end = bytes.Span.LastIndexOfAnyExcept((byte)0);
        for (int i = 0; i < Count; i++)
        {
            yield return (i % 4) switch
            {
                0 => Flip(random, 0, headerBytes),
                1 => Flip(random, headerBytes, tableBytes),
                2 => FlipContent(random, bytes, tableBytes, end),
                _ => new ImageDamage("truncate", random.Next(end), 0),
            };
        }
    }

    private static ImageDamage Flip(Random random, int from, int to) =>
        new("flip", random.Next(from, to), 1u << random.Next(8));

    // A zero may be padding, which belongs to nothing.
    private static ImageDamage FlipContent(
        Random random, ReadOnlyMemory<byte> bytes, int from, int to)
    {
        ImageDamage damage;
        do
        {
            damage = Flip(random, from, to);
        }
        while (bytes.Span[damage.Offset] == 0);

        return damage;
    }
}
