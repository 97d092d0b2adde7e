// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Text;
using Internal.Runtime.Startup;
using Internal.Runtime.Threading;

namespace Internal.Runtime;

/// <summary>How many instructions a collection takes at most, whatever the program has made.
/// </summary>
/// <remarks>
/// The worst heap is full of the smallest objects, each of them live, with a reference, and found
/// by walking a piece. The costs are those that the bench measures, rounded up; the suite compares.
/// </remarks>
internal static unsafe class PauseBound
{
    private const nuint Fixed = 5_000;
    private const nuint SmallestObject = 24;

    /// <summary>Marking one object with a reference, and passing over it in a piece.</summary>
    private const nuint PerObject = 130;

    /// <summary>Clearing a word of the marks.</summary>
    private const nuint PerWord = 8;

    /// <summary>Looking at a word of the bits that wait.</summary>
    private const nuint PerWaitingWord = 8;

    /// <summary>A word of a stack: the search of its object.</summary>
    private const nuint PerStackWord = 160;

    /// <summary>A constant object or a block of statics.</summary>
    private const nuint PerConstant = 60;

    /// <summary>A word of a constant object.</summary>
    private const nuint PerConstantWord = 40;

    // NativeLayout.ThreadStackBytes.
    private const nuint DeclaredStackBytes = 0x8000 + ThreadRecord.ReserveBytes;

    private const int LineMax = 120;

    internal static nuint Instructions
    {
        get
        {
            nuint words = HeapLayout.WordCount;
            nuint objects = HeapLayout.Bytes / SmallestObject;
            nuint passes = (objects / HeapLayout.StackCount) + 1;
            nuint roots = ConstantRoots.Count + (nuint)ModuleSections.GCStaticCount;
            return Fixed + (objects * PerObject) + (words * PerWord)
                + (passes * words * PerWaitingWord) + (StackWords() * PerStackWord)
                + (roots * PerConstant) + (ConstantRoots.WordCount * PerConstantWord);
        }
    }

    /// <summary>Writes it to the partition's log.</summary>
    internal static void Announce()
    {
        TextBuilder text = new(stackalloc char[LineMax]);
        text.Append("a collection takes at most ");
        IntegerFormat.AppendDecimal(ref text, false, Instructions);
        text.Append(" instructions in a heap of ");
        IntegerFormat.AppendDecimal(ref text, false, HeapLayout.Bytes);
        text.Append(" bytes");
        ReadOnlySpan<char> chars = text.Text;
        byte* line = stackalloc byte[LineMax];
        int length = Math.Min(chars.Length, LineMax);
        for (int i = 0; i < length; i++)
            line[i] = (byte)chars[i];
        WriteLine(line, length);
    }

    // Declared threads have records only from their first start on.
    private static nuint StackWords()
    {
        nuint words = (nuint)PartitionPage.ThreadCount * (DeclaredStackBytes / 8);
        for (ThreadRecord* thread = Roots.MainThread(); thread != null; thread = thread->Next)
        {
            int index = ThreadTable.IndexOf(thread);
            if (index is 0 or >= ThreadTable.Server)
                words += (thread->StackHigh - thread->StackLow + ThreadRecord.ReserveBytes) / 8;
        }
        return words;
    }

    [RuntimeImport("bulkhead_write_line")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void WriteLine(byte* line, nint length);
}
