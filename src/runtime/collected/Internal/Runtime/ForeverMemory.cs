// SPDX-License-Identifier: MIT
namespace Internal.Runtime;

/// <summary>Memory for the runtime's own tables and objects: parts of byte arrays that every
/// collection keeps. Nothing in it leads to other objects.</summary>
internal static unsafe class ForeverMemory
{
    private const nuint BlockBytes = 1024;
    private const nint DataOffset = 16;
    private const nint LinkBytes = 8;

    private static nint _blocks;
    private static nint _next;
    private static nint _end;

    /// <summary>The newest block, an array; <see cref="Before"/> leads to the others.</summary>
    internal static nint Blocks => _blocks;

    internal static nint Before(nint block) => *(nint*)(block + DataOffset);

    /// <summary>Takes clear memory.</summary>
    internal static nint Take(nuint bytes)
    {
        nuint wanted = (bytes + 7) & ~(nuint)7;
        while (true)
        {
            World.HoldHeap();
            nint place = _next;
            bool isFound = (nuint)(_end - place) >= wanted;
            if (isFound)
                _next = place + (nint)wanted;
            World.LetHeap();
            if (isFound)
                return place;
            AddBlock(wanted);
        }
    }

    /// <summary>After marking: the heap knows the blocks alone, not the type objects in them.
    /// </summary>
    internal static void RemoveMarksInside(Bitmap marks)
    {
        for (nint block = _blocks; block != 0; block = Before(block))
        {
            nuint distance = (nuint)block - HeapLayout.Start;
            marks.RemoveRange(distance + 8, distance + Heap.SizeAt((nuint)block) - 8);
        }
    }

    // Until it is linked, the block is kept by the variable that leads to it.
    private static void AddBlock(nuint wanted)
    {
        nuint length = (nuint)LinkBytes + (wanted > BlockBytes ? wanted : BlockBytes);
        MethodTable* table = MethodTable.Of<byte[]>();
        nint block = Heap.Allocate(Allocation.SizeOf(table, (uint)length));
        *(MethodTable**)block = table;
        *(int*)(block + 8) = (int)length;
        World.HoldHeap();
        *(nint*)(block + DataOffset) = _blocks;
        _blocks = block;
        _next = block + DataOffset + LinkBytes;
        _end = block + DataOffset + (nint)length;
        World.LetHeap();
    }
}
