// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Elf;
using Bulkhead.Integration.GuestImages;

namespace Bulkhead.Integration.Layout;

/// <summary>The linked hypervisor kernel as it lies in memory.</summary>
/// <param name="LoadAddress">Host-physical address of its first byte.</param>
/// <param name="End">First page boundary behind it, bss included.</param>
/// <param name="ImageAddress">Where it looks for the system image.</param>
/// <param name="Bytes">Its bytes from the first to <paramref name="End"/>.</param>
public sealed record KernelImage(ulong LoadAddress, ulong End, ulong ImageAddress, byte[] Bytes)
{
    /// <summary>Label of the system image, from the kernel's linker script.</summary>
    public const string ImageSymbol = "__system_image";

    /// <summary>Flattens a linked kernel.</summary>
    /// <param name="file">Its ELF file.</param>
    /// <returns>The kernel.</returns>
    /// <exception cref="ElfException">Damaged, or not a bootable kernel.</exception>
    public static KernelImage Read(ReadOnlyMemory<byte> file)
    {
        const ulong SizeMax = 64UL << 20;
        ElfFile elf = ElfFile.Read(file);
        ulong start = elf.Segments.Min(segment => segment.PhysicalAddress);
        ulong end = Alignment.Up(
            elf.Segments.Max(segment => segment.PhysicalAddress + segment.MemorySize),
            Alignment.Page);
        if (end - start > SizeMax)
        {
            throw new ElfException($"the kernel spans {end - start} bytes");
        }

        byte[] bytes = new byte[end - start];
        foreach (ElfSegment segment in elf.Segments)
        {
            segment.Bytes.Span.CopyTo(bytes.AsSpan((int)(segment.PhysicalAddress - start)));
        }

        if (!Arm64Image.IsImage(bytes))
        {
            throw new ElfException("the kernel does not begin with an arm64 Image header");
        }

        ulong image = elf.Symbol(ImageSymbol);
        return image >= end && image % Alignment.Page == 0 && image - start <= SizeMax
            ? new KernelImage(start, end, image, bytes)
            : throw new ElfException($"the kernel looks for its image at 0x{image:x}");
    }
}
