// SPDX-License-Identifier: MIT
namespace Internal.Runtime.Exceptions;

/// <summary>Walks from frame to frame, also over handlers of earlier exceptions.</summary>
/// <remarks>
/// A handler is called by the runtime: behind its frame lie the runtime's own, and behind those the
/// frames that the earlier exception has left already. The walk goes on in the frame that the
/// handler belongs to, behind the handler's own clause.
/// </remarks>
internal unsafe struct FrameWalk
{
    internal RegisterSet Registers;
    internal FrameDescription Frame;

    /// <summary>Clauses of the frame's method that count as passed.</summary>
    internal PassedBlock Passed;

    private DispatchRecord* _earlier;
    private bool _isFault;

    /// <summary>Begins in the frame that the registers belong to.</summary>
    /// <param name="registers">Its registers.</param>
    /// <param name="earlier">Exceptions in flight before this walk's.</param>
    /// <param name="isFault">Whether the program counter is that of an instruction, not of a
    /// return.
    /// </param>
    /// <returns>False when nobody knows the frame.</returns>
    /// <remarks>What fails in code without a description is charged to its caller: such code does
    /// not move the stack pointer.</remarks>
    internal bool Begin(in RegisterSet registers, DispatchRecord* earlier, bool isFault)
    {
        Registers = registers;
        _earlier = earlier;
        _isFault = isFault;
        Passed = PassedBlock.None;
        if (Find())
            return true;
        if (!isFault)
            return false;
        _isFault = false;
        Registers.ProgramCounter = Registers.LinkRegister;
        return Find();
    }

    /// <summary>An address in the instruction that called or failed.</summary>
    internal readonly nuint Place => Registers.ProgramCounter - (_isFault ? 0u : 1u);

    /// <summary>Goes to the caller.</summary>
    /// <returns>False at the end of the stack.</returns>
    internal bool MoveNext()
    {
        Frame.Unwind(ref Registers, _isFault);
        _isFault = false;
        Passed = PassedBlock.None;
        if (HandlerCalls.Contains(Registers.ProgramCounter))
        {
            if (_earlier == null)
                return false;
            Registers = _earlier->Frame;
            Passed = new PassedBlock(_earlier->Clause, _earlier->BlockStart, _earlier->BlockEnd);
            _earlier = _earlier->Outer;
        }
        return Find();
    }

    private bool Find() => FrameTable.TryFind(Place, out Frame);
}
