// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Names;

namespace Bulkhead.Toolchain.Tests.Names;

public class TextPoolTests
{
    [Fact]
    public void EachTextIsThereOnceAtAnEvenPlace()
    {
        TextPool pool = new();
        string[] texts = ["", "odd", "even", "odd"];
        Assert.Equal([0, 1, 3, 1], texts.Select(text => (int)pool.Place(text)));
        Assert.Equal(2 + 4 + 6, pool.Bytes);
    }

    [Fact]
    public void TheAssemblerWritesWhatThePoolCounted()
    {
        TextPool pool = new();
        string[] texts = ["a\"quoted\"", "back\\slash", "x", "größe", "Box`1[System.Int32]"];
        int[] places = [.. texts.Select(text => (int)pool.Place(text))];
        byte[] bytes = Assembled(pool);
        Assert.Equal(pool.Bytes, bytes.Length);
        string[] read = [.. places.Select(place => Read(bytes, place * 2))];
        Assert.Equal([texts[0], texts[1], texts[2], "gr??e", texts[4]], read);
        Assert.Equal("", Read(bytes, 0));
    }

    // 65,536 places of two bytes.
    [Fact]
    public void TextBeyondTheLastPlaceIsEmpty()
    {
        TextPool pool = new();
        string page = new('x', 99);
        ushort last = 0;
        for (int index = 0; index < 1400; index++)
            last = Math.Max(last, pool.Place(page + index.ToString("0000")));
        Assert.InRange(last, 65000, ushort.MaxValue);
        Assert.Equal(0, pool.Place("one more"));
        Assert.Equal(1, pool.Place(page + "0000"));
        Assert.True(pool.Bytes <= (ushort.MaxValue * 2) + 104);
    }

    private static byte[] Assembled(TextPool pool)
    {
        ElfFile file = TinyProgram.Assemble(".section .texts, \"a\"\n" + pool.Source);
        return file.Bytes(file.FindSection(".texts")!).ToArray();
    }

    private static string Read(byte[] bytes, int at) =>
        Encoding.ASCII.GetString(bytes[at..Array.IndexOf(bytes, (byte)0, at)]);
}
