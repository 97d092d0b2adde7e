// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Threading;
using Internal.Runtime.Exceptions;

namespace Internal.Runtime;

/// <summary>The memory of tier 1: immortal memory, shared by all threads, and scopes, each of which
/// belongs to one thread.</summary>
/// <remarks>
/// The partition's memory: immortal memory from its start upwards, the threads' areas for scopes at
/// its end. A thread takes immortal memory in pieces and allocates in its piece alone.
/// </remarks>
internal static unsafe partial class Heap
{
    // A header word lies before every object: places are that much behind the free bytes.
    internal const nint HeaderBytes = 8;
    private const nuint PieceBytes = 1024;

    private static nuint _start;
    private static nuint _immortalEnd;
    private static nint _immortalNext;
    private static OutOfMemoryException? _exhausted;

    internal static nuint ImmortalUsed => (nuint)_immortalNext - _start;

    internal static nuint ImmortalSize => _immortalEnd - _start;

    /// <summary>Immortal memory in use: scopes end by themselves.</summary>
    internal static nuint UsedBytes => ImmortalUsed;

    internal static int CollectionCount => 0;

    /// <summary>There is nothing to collect.</summary>
    internal static void Collect()
    {
    }

    /// <summary>Divides the partition's memory.</summary>
    internal static void Initialize()
    {
        _start = Window(out nuint bytes);
        ThreadRecord* main = MainThread();
        ThreadRecord* server = ServerThread();
        nuint end = _start + bytes;
        end = GiveScopes(main, end, ScopeBytes(), bytes / 2);
        end = GiveScopes(server, end, ServerScopeBytes(), bytes / 8);
        _immortalEnd = end;
        _immortalNext = (nint)_start;
    }

    /// <summary>Makes what must be there when nothing can be made any more.</summary>
    internal static void Prepare() => _exhausted = new OutOfMemoryException();

    /// <summary>The exception for full memory; there is one.</summary>
    internal static Exception Exhausted()
    {
        if (_exhausted is null)
            StopAtStart();
        return _exhausted;
    }

    // There is no memory to throw anything. The tool refuses such partitions before they run.
    [DoesNotReturn]
    private static void StopAtStart()
    {
        ReadOnlySpan<byte> line = "the memory is too small: see memory and BulkheadScopeBytes"u8;
        fixed (byte* start = line)
            WriteLine(start, line.Length);
        UnhandledException.Stop();
    }

    /// <summary>Gives the place of an object's table pointer; its bytes are clear.</summary>
    internal static nint Allocate(nuint bytes)
    {
        nint place = TryAllocate(ThreadRecord.Current, bytes);
        return place == 0 ? throw Exhausted() : place;
    }

    /// <summary>The same; 0 when there is no memory left.</summary>
    internal static nint TryAllocate(ThreadRecord* thread, nuint bytes)
    {
        nint place = thread->AllocationPointer;
        if ((nint)bytes <= thread->AllocationLimit - place)
        {
            thread->AllocationPointer = place + (nint)bytes;
            return place;
        }
        if (thread->AllocatesInScope)
            return 0;
        bool isLarge = bytes > PieceBytes / 4;
        nint piece = TryTakeImmortal(isLarge ? bytes : PieceBytes);
        if (piece == 0)
            return 0;
        place = piece + HeaderBytes;
        if (!isLarge)
        {
            thread->AllocationPointer = place + (nint)bytes;
            thread->AllocationLimit = place + (nint)PieceBytes;
        }
        return place;
    }

    /// <summary>Clear memory that is no object and stays.</summary>
    internal static nint AllocateForever(nuint bytes) => TakeImmortal((bytes + 7) & ~(nuint)7);

    /// <summary>An exception of immortal memory stays without help.</summary>
    internal static void Retain(Exception exception)
    {
    }

    /// <summary>Lets the thread allocate in immortal memory.</summary>
    /// <returns>What <see cref="LeaveImmortal"/> takes back.</returns>
    internal static nint EnterImmortal()
    {
        ThreadRecord* thread = ThreadRecord.Current;
        if (thread->AllocatesInScope)
        {
            thread->ScopePointer = thread->AllocationPointer;
            thread->AllocationPointer = thread->ImmortalPointer;
            thread->AllocationLimit = thread->ImmortalLimit;
        }
        return thread->ImmortalDepth++;
    }

    /// <summary>Ends what <see cref="EnterImmortal"/> began.</summary>
    internal static void LeaveImmortal(nint place)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        thread->ImmortalDepth = place;
        if (thread->Scope == null || place != 0)
            return;
        thread->ImmortalPointer = thread->AllocationPointer;
        thread->ImmortalLimit = thread->AllocationLimit;
        thread->AllocationPointer = thread->ScopePointer;
        thread->AllocationLimit = (nint)thread->Scope->High + HeaderBytes;
    }

    private static nuint GiveScopes(ThreadRecord* thread, nuint end, nuint wanted, nuint usual)
    {
        nuint bytes = ((wanted == 0 ? usual : wanted) & ~(nuint)15) + BoundaryStore.PlaceBytes;
        if (bytes > end - _start)
            StopAtStart();
        SetScopes(thread, end - bytes, end);
        return end - bytes;
    }

    private static void SetScopes(ThreadRecord* thread, nuint start, nuint end)
    {
        thread->ScopeArea = start;
        thread->ScopeAreaEnd = end;
        thread->PlacesLow = end - BoundaryStore.PlaceBytes;
    }

    private static nint TakeImmortal(nuint bytes)
    {
        nint place = TryTakeImmortal(bytes);
        if (place == 0)
            throw Exhausted();
        return place;
    }

    private static nint TryTakeImmortal(nuint bytes)
    {
        nint seen = Volatile.Read(ref _immortalNext);
        while (true)
        {
            if (bytes > _immortalEnd - (nuint)seen)
                return 0;
            nint held = Interlocked.CompareExchange(ref _immortalNext, seen + (nint)bytes, seen);
            if (held == seen)
                return seen;
            seen = held;
        }
    }

    [RuntimeImport("bulkhead_heap_window")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nuint Window(out nuint bytes);

    [RuntimeImport("bulkhead_write_line")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void WriteLine(byte* line, nint length);

    [RuntimeImport("bulkhead_main_thread")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ThreadRecord* MainThread();

    [RuntimeImport("bulkhead_server_thread")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ThreadRecord* ServerThread();

    [RuntimeImport("bulkhead_scope_bytes")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nuint ScopeBytes();

    [RuntimeImport("bulkhead_server_scope_bytes")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nuint ServerScopeBytes();
}
