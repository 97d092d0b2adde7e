// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.GuestImages;
using Bulkhead.Integration.Model;
using Bulkhead.Integration.Tests.Elf;

namespace Bulkhead.Integration.Tests.GuestImages;

public sealed class GuestImageReaderTests
{
    private static readonly byte[] s_image = MakeImage(textOffset: 0, imageSize: 0x20_0000);

    [Fact]
    public void Recognises_an_arm64_image()
    {
        GuestImage image = GuestImageReader.Read(s_image, Machines.Make());

        Assert.Equal(KernelFormat.Image, image.Format);
        Assert.Equal(0x4000_0000UL, image.Entry);
        Assert.Equal(new MemoryRange(0x4000_0000, 0x20_0000), image.Extent);
    }

    [Fact]
    public void Honours_the_text_offset_and_old_headers()
    {
        GuestImage offset =
            GuestImageReader.Read(MakeImage(0x20_0000, 0x10_0000), Machines.Make());
        Assert.Equal(0x4020_0000UL, offset.Entry);
        GuestImage old = GuestImageReader.Read(MakeImage(0xdead, 0), Machines.Make());
        Assert.Equal(0x4008_0000UL, old.Entry);
    }

    [Fact]
    public void Expands_gzip_and_the_efi_wrapper()
    {
        byte[] gzip = Gzip(s_image);
        Assert.Equal(KernelFormat.Image,
            GuestImageReader.Read(gzip, Machines.Make()).Format);
        Assert.Equal(KernelFormat.Image,
            GuestImageReader.Read(Wrap(gzip, "gzip"), Machines.Make()).Format);
        Refused(Wrap(gzip, "zstd22"), Machines.Make());
        Refused(gzip[..^20], Machines.Make());
    }

    [Fact]
    public void Reads_elf_by_physical_address()
    {
        byte[] file = new ElfBuilder { Entry = 0xffff_0000 }
            .Segment(0xffff_0000, 0x4008_0000, [1, 2, 3, 4], 0x2000).Build();

        GuestImage image = GuestImageReader.Read(file, Machines.Make());

        Assert.Equal((KernelFormat.Elf, 0x4008_0000UL), (image.Format, image.Entry));
        Assert.Equal(0x2000UL, Assert.Single(image.Pieces).MemorySize);
    }

    [Fact]
    public void Puts_raw_bytes_at_an_address()
    {
        VirtualMachineModel machine = Machines.Make(KernelFormat.Raw) with
        {
            LoadAddress = 0x4010_0000, EntryAddress = 0x4010_0010,
        };
        GuestImage image = GuestImageReader.Read(new byte[64], machine);
        Assert.Equal((0x4010_0000UL, 0x4010_0010UL), (image.Extent.Base, image.Entry));
        Assert.Equal(KernelFormat.Raw, GuestImageReader.Read(
            new byte[64], machine with { KernelFormat = KernelFormat.Auto }).Format);
        Refused([], machine);
    }

    [Theory]
    [InlineData(KernelFormat.Auto)]
    [InlineData(KernelFormat.Image)]
    [InlineData(KernelFormat.Elf)]
    public void Refuses_what_it_does_not_recognise(KernelFormat format) =>
        Refused(new byte[100], Machines.Make(format));

    [Fact]
    public void Refuses_an_image_that_does_not_fit()
    {
        Assert.Equal(DiagnosticId.ImageTooLarge,
            Refused(MakeImage(0, 65 << 20), Machines.Make()).Id);
        Refused(MakeImage(1UL << 40, 4096), Machines.Make());
        Assert.Equal(DiagnosticId.ImageTooLarge, Refused(
            new ElfBuilder().Segment(0x1000, new byte[4], 4).Build(), Machines.Make()).Id);
        Refused(s_image, Machines.Make() with { EntryAddress = 0x4300_0000 });
    }

    [Fact]
    public void Refuses_a_big_endian_kernel()
    {
        byte[] image = [.. s_image];
        image[24] = 1;
        Refused(image, Machines.Make());
    }

    [Fact]
    public void Places_ram_disk_and_tree_away_from_the_kernel()
    {
        GuestImage kernel = GuestImageReader.Read(s_image, Machines.Make());
        MemoryRange memory = new(0x4000_0000, 4 << 20);

        GuestPlacement placement = GuestPlacement.Place(memory, kernel, 0x12345);

        Assert.True(memory.Contains(placement.DeviceTree) && memory.Contains(placement.Initrd));
        Assert.False(placement.DeviceTree.Overlaps(placement.Initrd));
        Assert.False(kernel.Extent.Overlaps(placement.Initrd));
        Assert.Equal(0UL, placement.Initrd.Base % 4096);
        Assert.Throws<GuestImageException>(
            () => GuestPlacement.Place(memory, kernel, 2 << 20));
    }

    [Fact]
    public void Places_below_a_kernel_at_the_top()
    {
        GuestImage kernel = new(
            KernelFormat.Raw, [new GuestPiece(0x4020_0000, new byte[4], 0x20_0000)], 0x4020_0000);
        GuestPlacement placement =
            GuestPlacement.Place(new MemoryRange(0x4000_0000, 4 << 20), kernel, 100);
        Assert.Equal(0x4020_0000UL - GuestPlacement.DeviceTreeSizeMax, placement.DeviceTree.Base);
    }

    private static GuestImageException Refused(byte[] file, VirtualMachineModel machine) =>
        Assert.Throws<GuestImageException>(() => GuestImageReader.Read(file, machine));

    private static byte[] MakeImage(ulong textOffset, ulong imageSize)
    {
        byte[] image = new byte[4096];
        BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(8), textOffset);
        BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(16), imageSize);
        "ARM\x64"u8.CopyTo(image.AsSpan(56));
        return image;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream output = new();
        using (GZipStream gzip = new(output, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return output.ToArray();
    }

    private static byte[] Wrap(byte[] payload, string method)
    {
        byte[] file = new byte[64 + payload.Length];
        "MZ"u8.CopyTo(file);
        "zimg"u8.CopyTo(file.AsSpan(4));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(8), 64);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(12), (uint)payload.Length);
        Encoding.ASCII.GetBytes(method, file.AsSpan(24));
        payload.CopyTo(file, 64);
        return file;
    }
}
