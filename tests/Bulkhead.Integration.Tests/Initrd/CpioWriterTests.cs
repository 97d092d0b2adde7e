// SPDX-License-Identifier: MIT
using System.IO.Compression;
using System.Text;
using Bulkhead.Integration.Initrd;

namespace Bulkhead.Integration.Tests.Initrd;

public sealed class CpioWriterTests
{
    [Fact]
    public void Writes_the_bytes_that_the_format_prescribes()
    {
        byte[] archive = CpioWriter.Write([CpioEntry.File("a", [0x78, 0x0a])]);

        string text = Encoding.ASCII.GetString(archive);
        Assert.Equal(
            "070701" + "00000001" + "000081a4" + "00000000" + "00000000" + "00000001" + "00000000"
            + "00000002" + "00000000" + "00000000" + "00000000" + "00000000" + "00000002"
            + "00000000" + "a\0" + "x\n\0\0", text[..116]);
        Assert.Contains("TRAILER!!!\0", text, StringComparison.Ordinal);
        Assert.Equal(0, archive.Length % 4);
    }

    [Fact]
    public void Makes_a_ram_disk_with_shell_console_and_init()
    {
        byte[] disk = BusyboxInitrd.Create([1, 2, 3]);
        using GZipStream gzip = new(new MemoryStream(disk), CompressionMode.Decompress);
        using MemoryStream plain = new();
        gzip.CopyTo(plain);
        List<(string Path, string Mode)> entries = Parse(plain.ToArray());

        Assert.Contains(("bin/busybox", "000081ed"), entries);
        Assert.Contains(("init", "000081ed"), entries);
        Assert.Contains(("dev/console", "00002180"), entries);
        Assert.Contains(("bin/sh", "0000a1ff"), entries);
        Assert.Contains(("proc", "000041ed"), entries);
        Assert.Equal(disk, BusyboxInitrd.Create([1, 2, 3]));
    }

    private static List<(string Path, string Mode)> Parse(byte[] archive)
    {
        List<(string, string)> entries = [];
        for (int at = 0; ;)
        {
            string header = Encoding.ASCII.GetString(archive, at, 110);
            Assert.StartsWith("070701", header, StringComparison.Ordinal);
            int size = Convert.ToInt32(header.Substring(54, 8), 16);
            int nameSize = Convert.ToInt32(header.Substring(94, 8), 16);
            string name = Encoding.UTF8.GetString(archive, at + 110, nameSize - 1);
            if (name == "TRAILER!!!")
            {
                return entries;
            }

            entries.Add((name, header.Substring(14, 8)));
            at = (at + 110 + nameSize + 3) & ~3;
            at = (at + size + 3) & ~3;
        }
    }
}
