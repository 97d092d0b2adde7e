// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Elf;

namespace Bulkhead.Integration.Layout;

/// <summary>A native program, ready to be put into a system image.</summary>
/// <param name="Name">What messages call it: the name of its project.</param>
/// <param name="Segments">Its segments by address, each on pages of its own.</param>
/// <param name="Entry">Address of its first instruction.</param>
/// <param name="StackTop">Initial stack pointer of its main thread.</param>
/// <param name="ServerStackTop">Initial stack pointer of its server thread.</param>
/// <param name="FaultEntry">Where its threads go on after a fault; 0: nowhere.</param>
/// <param name="Scopes">What its project wants for scopes.</param>
public sealed record ProgramImage(
    string Name,
    IReadOnlyList<ProgramSegment> Segments,
    ulong Entry,
    ulong StackTop,
    ulong ServerStackTop,
    ulong FaultEntry = 0,
    ScopeDemand Scopes = default)
{
    /// <summary>Label behind the main thread's stack, from the SDK's start file.</summary>
    public const string StackSymbol = "__main_stack_top";

    /// <summary>Label behind the server thread's stack, from the SDK's start file.</summary>
    public const string ServerStackSymbol = "__server_stack_top";

    /// <summary>Label of the entry after faults, from the start code of tiers 1 and 2.</summary>
    public const string FaultEntrySymbol = "bulkhead_fault_entry";

    /// <summary>Memory that its writable segments need, in bytes.</summary>
    public ulong WritableSize => Segments.Where(segment => segment.IsWritable)
        .Aggregate(0UL, (sum, segment) => sum + segment.MemorySize);

    /// <summary>The address after its last segment.</summary>
    public ulong End => Segments.Max(segment => segment.Address + segment.MemorySize);

    /// <summary>Reads a linked program.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="file">Its ELF file.</param>
    /// <returns>The program.</returns>
    /// <exception cref="ElfException">Damaged, or not linked as partitions are.</exception>
    public static ProgramImage Read(string name, ReadOnlyMemory<byte> file)
    {
        ElfFile elf = ElfFile.Read(file);
        ProgramSegment[] segments = [.. elf.Segments.OrderBy(segment => segment.VirtualAddress)
            .Select(ProgramSegment.FromElf)];
        for (int i = 1; i < segments.Length; i++)
        {
            if (segments[i - 1].Address + segments[i - 1].MemorySize > segments[i].Address)
            {
                throw new ElfException("two of its segments share a page");
            }
        }

        if (segments[0].Address < NativeLayout.Program)
        {
            throw new ElfException($"it begins at 0x{segments[0].Address:x}, below 0x400000");
        }

        return new ProgramImage(name, segments, elf.Entry,
            elf.Symbol(StackSymbol), elf.Symbol(ServerStackSymbol),
            elf.Symbols.GetValueOrDefault(FaultEntrySymbol), ScopeDemand.Read(elf));
    }
}
