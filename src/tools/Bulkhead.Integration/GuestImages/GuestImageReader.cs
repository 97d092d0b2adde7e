// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Elf;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.GuestImages;

/// <summary>Recognises a guest kernel and works out where its bytes go.</summary>
public static class GuestImageReader
{
    /// <summary>Reads a kernel.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="machine">The virtual machine that it is for.</param>
    /// <returns>The kernel; all of it lies in the machine's memory.</returns>
    /// <exception cref="GuestImageException">It is no kernel, or does not fit.</exception>
    public static GuestImage Read(ReadOnlyMemory<byte> file, VirtualMachineModel machine)
    {
        ReadOnlyMemory<byte> plain = machine.KernelFormat == KernelFormat.Raw
            ? file : KernelCompression.Expand(file);
        GuestImage image = Recognise(plain, machine) switch
        {
            KernelFormat.Image => Arm64Image.Read(plain, machine.Memory),
            KernelFormat.Elf => ReadElf(plain),
            _ => ReadRaw(plain, machine),
        };
        if (machine.EntryAddress is ulong entry)
        {
            image = image with { Entry = entry };
        }

        CheckFit(image, machine);
        return image;
    }

    private static KernelFormat Recognise(ReadOnlyMemory<byte> file, VirtualMachineModel machine)
    {
        bool isImage = Arm64Image.IsImage(file.Span);
        bool isElf = ElfFile.IsElf(file.Span);
        bool contradicts = machine.KernelFormat switch
        {
            KernelFormat.Image => !isImage,
            KernelFormat.Elf => !isElf,
            KernelFormat.Auto => !isImage && !isElf && machine.LoadAddress is null,
            _ => false,
        };
        if (contradicts)
        {
            throw new GuestImageException(
                machine.KernelFormat == KernelFormat.Auto
                    ? "the kernel is neither an arm64 Image nor an ELF file"
                    : $"the kernel has no {machine.KernelFormat} header",
                "check the file, or write `kernel-format: raw` with `load: 0x…`");
        }

        return machine.KernelFormat != KernelFormat.Auto ? machine.KernelFormat
            : machine.LoadAddress is not null ? KernelFormat.Raw
            : isImage ? KernelFormat.Image : KernelFormat.Elf;
    }

    private static GuestImage ReadElf(ReadOnlyMemory<byte> file)
    {
        try
        {
            ElfFile elf = ElfFile.Read(file);
            GuestPiece[] pieces = [.. elf.Segments.OrderBy(segment => segment.PhysicalAddress)
                .Select(segment => new GuestPiece(
                    segment.PhysicalAddress, segment.Bytes, segment.MemorySize))];
            for (int i = 1; i < pieces.Length; i++)
            {
                if (pieces[i - 1].Range.Overlaps(pieces[i].Range))
                {
                    throw new ElfException("two of its segments overlap");
                }
            }

            return new GuestImage(KernelFormat.Elf, pieces, elf.PhysicalEntry);
        }
        catch (ElfException e)
        {
            throw new GuestImageException(
                $"the ELF file cannot be used: {e.Message}",
                "link it for AArch64, not relocatable");
        }
    }

    private static GuestImage ReadRaw(ReadOnlyMemory<byte> file, VirtualMachineModel machine)
    {
        ulong load = machine.LoadAddress ?? throw new GuestImageException(
            "a raw kernel needs an address", "add `load: 0x40080000`");
        return file.IsEmpty
            ? throw new GuestImageException("the kernel is empty", "check the file")
            : new GuestImage(KernelFormat.Raw, [new(load, file, (ulong)file.Length)], load);
    }

    private static void CheckFit(GuestImage image, VirtualMachineModel machine)
    {
        foreach (GuestPiece piece in image.Pieces.Where(p => !machine.Memory.Contains(p.Range)))
        {
            throw new GuestImageException(
                $"the kernel takes {piece.Range} ({SizeText.Format(piece.MemorySize)}), "
                + $"the memory is {machine.Memory}",
                "give the machine more `memory`, or move its `base`",
                DiagnosticId.ImageTooLarge);
        }

        if (!image.Pieces.Any(piece => piece.Range.Contains(new MemoryRange(image.Entry, 4))))
        {
            throw new GuestImageException(
                $"the first instruction at 0x{image.Entry:x} is not in the kernel",
                "correct `entry` or `load`");
        }
    }
}
