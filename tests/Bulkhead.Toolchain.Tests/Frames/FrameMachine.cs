// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Frames;
using Internal.Runtime.Exceptions;
using RuntimeShape = Internal.Runtime.Exceptions.FrameShape;
using Table = Bulkhead.Toolchain.Frames.FrameTable;

namespace Bulkhead.Toolchain.Tests.Frames;

/// <summary>Runs prologues of a program on a stack in the host's memory, and lets the runtime
/// unwind each of their instructions with the table that the toolchain makes.</summary>
internal sealed unsafe class FrameMachine : IDisposable
{
    private const int StackBytes = 1 << 20;
    private const ulong Garbage = 0xBAD;
    private const int ShapeBits = 12;
    private const uint Return = 0xD65F03C0;
    private const ulong CalledBytesMax = 64;

    private readonly ElfFile _elf;
    private readonly byte[] _table;
    private readonly byte* _stack = (byte*)NativeMemory.AlignedAlloc(StackBytes, 16);
    private readonly ulong[] _general = new ulong[32];
    private readonly ulong[] _vectors = new ulong[32];

    internal FrameMachine(ElfFile elf)
    {
        _elf = elf;
        ElfFile table = TinyProgram.Assemble(Table.Make(elf));
        _table = table.Bytes(table.FindSection(".bulkhead.frames")!).ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => NativeMemory.AlignedFree(_stack);

    /// <summary>The shape's number of the function that an address lies in; 0: no description.
    /// </summary>
    internal int ShapeAt(ulong address)
    {
        uint key = (uint)(address - Word(0)) / 4 << ShapeBits | ((1 << ShapeBits) - 1);
        int found = 0;
        for (int row = 0; row < Word(1); row++)
        {
            if (Word(2 + row) <= key) found = row;
        }
        return (int)Word(2 + found) & ((1 << ShapeBits) - 1);
    }

    /// <summary>Unwinds from every instruction of a prologue, and from behind it.</summary>
    internal void Check(FrameRow row)
    {
        int number = ShapeAt(row.Start);
        Assert.NotEqual(0, number);
        uint[] code = [.. PrologueCode.Instructions(_elf, row.Start, row.Body)];
        fixed (uint* start = code)
        fixed (byte* table = _table)
        {
            RuntimeShape* shape =
                (RuntimeShape*)(table + 8 + (4 * Word(1))) + (number - 1);
            FrameDescription frame = new((nuint)start, shape, table);
            Reset();
            RegisterSet caller = Registers((nuint)_general[30]);
            for (int at = 0; at < code.Length; at++)
            {
                RegisterSet fault = Registers((nuint)(start + at));
                frame.Unwind(ref fault, true);
                AssertSame(row, at, in caller, in fault);
                RunAt(row.Start + ((ulong)at * 4), code[at]);
            }
            CheckBody(row, frame, in caller, (nuint)(start + code.Length));
        }
    }

    // The body has other values wherever the description does not need them.
    private void CheckBody(
        FrameRow row, FrameDescription frame, in RegisterSet caller, nuint place)
    {
        bool isFramePointer = row.BaseRegister == FrameRow.FramePointer;
        _general[isFramePointer ? 31 : 29] = Garbage;
        _general[30] = Garbage;
        foreach (int register in row.Saves.Keys)
        {
            if (register >= 64) _vectors[register - 64] = Garbage;
            else if (register < 29) _general[register] = Garbage;
        }
        foreach (bool isFault in new[] { true, false })
        {
            RegisterSet body = Registers(place);
            frame.Unwind(ref body, isFault);
            AssertSame(row, -1, in caller, in body);
        }
    }

    private uint Word(int index) => BitConverter.ToUInt32(_table, index * 4);

    private void Reset()
    {
        for (uint index = 0; index < 32; index++)
        {
            _general[index] = 0x1000 + (index * 8);
            _vectors[index] = 0x2000 + (index * 8);
        }
        _general[31] = (ulong)(_stack + StackBytes - 256);
    }

    private RegisterSet Registers(nuint place)
    {
        RegisterSet set = default;
        for (int index = 0; index < RegisterSet.VectorCount; index++)
            set.Vectors[index] = (nuint)_vectors[8 + index];
        for (int index = 0; index < RegisterSet.KeptCount; index++)
            set.Kept[index] = (nuint)_general[19 + index];
        set.FramePointer = (nuint)_general[29];
        set.StackPointer = (nuint)_general[31];
        set.ProgramCounter = place;
        set.LinkRegister = (nuint)_general[30];
        return set;
    }

    private static void AssertSame(
        FrameRow row, int at, in RegisterSet expected, in RegisterSet actual)
    {
        string place = $"0x{row.Start:x}, instruction {at}: ";
        for (int index = 0; index < RegisterSet.VectorCount; index++)
            Assert.Equal(place + expected.Vectors[index], place + actual.Vectors[index]);
        for (int index = 0; index < RegisterSet.KeptCount; index++)
            Assert.Equal(place + expected.Kept[index], place + actual.Kept[index]);
        Assert.Equal(place + expected.FramePointer, place + actual.FramePointer);
        Assert.Equal(place + expected.StackPointer, place + actual.StackPointer);
        Assert.Equal(place + expected.ProgramCounter, place + actual.ProgramCounter);
    }

    // Hand-written code calls what saves registers for it; that moves nothing.
    private void RunAt(ulong address, uint code)
    {
        if ((code & 0xFC000000) != 0x94000000)
        {
            Run(code);
            return;
        }
        ulong target = address + (ulong)((long)((int)(code << 6) >> 6) * 4);
        foreach (uint called in PrologueCode.Instructions(_elf, target, target + CalledBytesMax))
        {
            if (called == Return) return;
            Run(called);
        }
        Assert.Fail($"0x{target:x} does not come back");
    }

    // What prologues do; loads and comparisons of their probes change nothing that counts.
    private void Run(uint code)
    {
        int first = (int)code & 31;
        int shift = (int)(code >> 21 & 3) * 16;
        ulong half = (ulong)(code >> 5 & 0xFFFF) << shift;
        if ((code & 0xFF8003FF) == 0xD10003FF)
            _general[31] -= (code >> 10 & 0xFFF) << ((code >> 22 & 1) != 0 ? 12 : 0);
        else if ((code & 0xFFE0FFFF) == 0xCB2063FF)
            _general[31] -= _general[code >> 16 & 31];
        else if ((code & 0xFFC003FF) == 0x910003FD)
            _general[29] = _general[31] + (code >> 10 & 0xFFF);
        else if ((code & 0x7F800000) == 0x52800000)
            _general[first] = half;
        else if ((code & 0xFF800000) == 0x92800000)
            _general[first] = ~half;
        else if ((code & 0xFF800000) == 0xF2800000)
            _general[first] = (_general[first] & ~(0xFFFFul << shift)) | half;
        else if ((code & 0xFF4003E0) is 0xA90003E0 or 0x6D0003E0)
            StorePair(code, first);
        else if ((code & 0xFBE00FE0) == 0xF8000FE0)
            Store(_general[31] += (ulong)(long)((int)(code << 11) >> 23), code, first);
        else if ((code & 0xFBC003E0) == 0xF90003E0)
            Store(_general[31] + ((code >> 10 & 0xFFF) * 8), code, first);
    }

    private void StorePair(uint code, int first)
    {
        ulong place = _general[31] + (ulong)(((int)(code << 10) >> 25) * 8L);
        Store(place, code, first);
        Store(place + 8, code, (int)code >> 10 & 31);
        if ((code & 0x00800000) != 0) _general[31] = place;
    }

    private void Store(ulong place, uint code, int register) =>
        *(ulong*)place = (code & 0x04000000) != 0 ? _vectors[register] : _general[register];
}
