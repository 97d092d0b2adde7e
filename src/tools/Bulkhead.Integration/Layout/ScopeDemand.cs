// SPDX-License-Identifier: MIT
using System.Numerics;
using Bulkhead.Integration.Elf;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>What a program of tier 1 sets aside for scopes, in bytes; 0 where its project does not
/// say. Programs of other tiers say nothing.</summary>
/// <param name="Main">The main thread's, <c>BulkheadScopeBytes</c>.</param>
/// <param name="Server">Each server thread's, <c>BulkheadServerScopeBytes</c>.</param>
/// <param name="Thread">Each declared thread's, <c>BulkheadThreadScopeBytes</c>.</param>
public readonly record struct ScopeDemand(ulong Main, ulong Server, ulong Thread)
{
    /// <summary>Symbol whose value is <see cref="Main"/>.</summary>
    public const string MainSymbol = "__scope_bytes";

    /// <summary>Symbol whose value is <see cref="Server"/>.</summary>
    public const string ServerSymbol = "__server_scope_bytes";

    /// <summary>Symbol whose value is <see cref="Thread"/>.</summary>
    public const string ThreadSymbol = "__thread_scope_bytes";

    // As in src/runtime/scoped: parts of the memory that are taken when a project says nothing.
    private const ulong MainPart = 2;
    private const ulong ServerPart = 8;

    // BoundaryStore.PlaceBytes: behind the scopes of each, for an exception that leaves them.
    private const ulong PlaceBytes = 1024;

    /// <summary>Whether anything is said.</summary>
    public bool IsGiven => Main != 0 || Server != 0 || Thread != 0;

    /// <summary>Reads what a linked program says.</summary>
    /// <param name="program">The program.</param>
    /// <returns>What its project's properties are.</returns>
    public static ScopeDemand Read(ElfFile program) => new(
        program.Symbols.GetValueOrDefault(MainSymbol),
        program.Symbols.GetValueOrDefault(ServerSymbol),
        program.Symbols.GetValueOrDefault(ThreadSymbol));

    /// <summary>What a partition's threads take.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="servers">Processors on which it has a server thread.</param>
    /// <param name="bytes">Memory that its program leaves.</param>
    /// <returns>Bytes; those of threads that take a part of what is left are not among them.
    /// </returns>
    public UInt128 Of(PartitionModel partition, uint servers, ulong bytes)
    {
        uint others = servers & ~(1u << partition.Schedule.Cpu);
        UInt128 main = Main != 0 ? Main : bytes / MainPart;
        UInt128 server = Server != 0 ? Server : bytes / ServerPart;
        return main + server + (2 * PlaceBytes)
            + (Taken(Server) * (uint)BitOperations.PopCount(others))
            + (Taken(Thread) * (uint)partition.Threads.Count);
    }

    // Who takes a part of what is left is content with what there is.
    private static UInt128 Taken(ulong bytes) => bytes == 0 ? 0 : (UInt128)bytes + PlaceBytes;
}
