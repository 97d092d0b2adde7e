// SPDX-License-Identifier: MIT
using Bulkhead.Integration.DeviceTree;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.GuestImages;
using Bulkhead.Integration.Model;
using Bulkhead.Integration.Packages;

namespace Bulkhead.Integration.Layout;

/// <summary>Turns what a description says of a guest into bytes at addresses.</summary>
/// <param name="payloads">Brings the files.</param>
/// <param name="compiler">Reads device trees and overlays.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
public sealed class GuestPreparer(
    PayloadProvider payloads, TreeCompiler compiler, DiagnosticBag diagnostics)
{
    /// <summary>Prepares a guest.</summary>
    /// <param name="machine">The virtual machine.</param>
    /// <returns>The guest, or null when something is wrong, which has been reported.</returns>
    public GuestSetup? Prepare(VirtualMachineModel machine)
    {
        ReadOnlyMemory<byte>? kernelFile = Load(machine.Kernel, payloads.Kernel);
        ReadOnlyMemory<byte>? initrd = machine.Initrd is null
            ? ReadOnlyMemory<byte>.Empty : Load(machine.Initrd, payloads.Initrd);
        if (kernelFile is null || initrd is null)
        {
            return null;
        }

        try
        {
            GuestImage kernel = GuestImageReader.Read(kernelFile.Value, machine);
            GuestPlacement placement =
                GuestPlacement.Place(machine.Memory, kernel, (ulong)initrd.Value.Length);
            byte[]? tree = MakeTree(machine, placement);
            return tree is null ? null : new GuestSetup(machine.Memory, machine.Pins,
                [.. Payloads(kernel, initrd.Value, tree, placement)],
                kernel.Entry, placement.DeviceTree.Base);
        }
        catch (GuestImageException e)
        {
            diagnostics.Error(e.Id, machine.Kernel.Mark, e.Message, e.Remedy);
            return null;
        }
    }

    private static IEnumerable<GuestPayload> Payloads(
        GuestImage kernel, ReadOnlyMemory<byte> initrd, byte[] tree, GuestPlacement placement)
    {
        foreach (GuestPiece piece in kernel.Pieces)
        {
            yield return new GuestPayload(piece.Address,
                kernel.Format == KernelFormat.Elf ? WithClearedRest(piece) : piece.Bytes);
        }

        if (initrd.Length > 0)
        {
            yield return new GuestPayload(placement.Initrd.Base, initrd);
        }

        yield return new GuestPayload(placement.DeviceTree.Base, tree);
    }

    // Whoever loads an ELF file clears its bss; an Image clears its own.
    private static byte[] WithClearedRest(GuestPiece piece)
    {
        byte[] bytes = new byte[piece.MemorySize];
        piece.Bytes.CopyTo(bytes);
        return bytes;
    }

    private ReadOnlyMemory<byte>? Load(
        PayloadSource source, Func<PayloadSource, ReadOnlyMemory<byte>> load)
    {
        try
        {
            return load(source);
        }
        catch (PackageException e)
        {
            diagnostics.Error(
                DiagnosticId.PackageUnavailable, source.Mark, e.Message, e.Remedy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(DiagnosticId.MissingFile, source.Mark,
                $"`{source.Text}` cannot be read: {e.Message.TrimEnd('.')}", "check the file");
        }

        return null;
    }

    private byte[]? MakeTree(VirtualMachineModel machine, GuestPlacement placement)
    {
        PayloadSource? current = machine.DeviceTree;
        try
        {
            DeviceTreeNode tree;
            if (machine.DeviceTree is FileSource own)
            {
                tree = compiler.Read(own.FullPath);
                GuestTree.Complete(tree, machine, placement.Initrd);
            }
            else
            {
                tree = GuestTree.Create(machine, placement.Initrd);
            }

            foreach (FileSource overlay in machine.Overlays.OfType<FileSource>())
            {
                current = overlay;
                Overlay.Apply(tree, compiler.Read(overlay.FullPath));
            }

            byte[] blob = BlobWriter.Write(tree);
            return (ulong)blob.Length <= placement.DeviceTree.Size ? blob
                : throw new DeviceTreeException(
                    $"the device tree is larger than {placement.DeviceTree.Size} bytes");
        }
        catch (Exception e) when (e is DeviceTreeException or IOException)
        {
            diagnostics.Error(DiagnosticId.BadDeviceTree, current?.Mark ?? machine.Mark,
                $"`{current?.Text}` cannot be used: {e.Message}",
                "check it with dtc; overlays may use the labels and paths of the guest's tree");
            return null;
        }
    }
}
