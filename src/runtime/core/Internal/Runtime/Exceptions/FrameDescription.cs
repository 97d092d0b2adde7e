// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Exceptions;

/// <summary>How one function's frame is laid out, and the clauses of its method.</summary>
internal unsafe struct FrameDescription
{
    private readonly uint* _start;
    private readonly FrameShape* _shape;
    private readonly byte* _table;

    internal FrameDescription(nuint start, FrameShape* shape, byte* table)
    {
        _start = (uint*)start;
        _shape = shape;
        _table = table;
    }

    /// <summary>Start and clauses of the function's method; null when it has none.</summary>
    internal readonly uint* Method =>
        _shape->Method == 0 ? null : (uint*)(_table + _shape->Method);

    /// <summary>Turns the registers of this frame into those of its caller.</summary>
    /// <param name="registers">The registers.</param>
    /// <param name="isFault">Whether the program counter is that of an instruction that did not
    /// finish; it may be one of those that make the frame.</param>
    internal readonly void Unwind(ref RegisterSet registers, bool isFault)
    {
        uint* place = (uint*)registers.ProgramCounter;
        if (isFault && place < _start + _shape->PrologueCount)
        {
            // What the callee keeps is still in the registers.
            registers.StackPointer += Prologue.Depth(_start, place, _shape->FrameBytes);
            registers.ProgramCounter = registers.LinkRegister;
            return;
        }
        nuint frame = _shape->IsFramePointer ? registers.FramePointer : registers.StackPointer;
        nuint* link = (nuint*)(frame + _shape->LinkBytes);
        frame += _shape->FrameBytes;
        nuint* from = (nuint*)(frame - _shape->SavedBytes);
        ref nuint to = ref registers.First;
        for (uint saved = _shape->Saved; saved != 0; saved >>= 1)
        {
            if ((saved & 1) != 0)
                to = *from++;
            to = ref Unsafe.Add(ref to, 1);
        }
        registers.FramePointer = link[0];
        registers.ProgramCounter = link[1];
        registers.StackPointer = frame;
    }
}
