// SPDX-License-Identifier: MIT
namespace Internal.Runtime.Exceptions;

/// <summary>The clauses of a method, inner ones first.</summary>
/// <remarks>In the frame table: the method's start, the number of clauses, then these. Handlers and
/// filters share the clauses of their method.</remarks>
internal unsafe struct ClauseList
{
    private Clause* _next;
    private uint _rest;
    private uint _methodStart;

    /// <summary>Reads the clauses that a frame's function belongs to.</summary>
    internal static ClauseList Of(in FrameDescription frame)
    {
        ClauseList list = default;
        uint* head = frame.Method;
        if (head == null)
            return list;
        list._methodStart = head[0];
        list._rest = head[1];
        list._next = (Clause*)(head + 2);
        return list;
    }

    /// <summary>The number of an address's instruction in the method.</summary>
    internal readonly uint Instruction(nuint address) => (uint)(address - _methodStart) >> 2;

    /// <summary>The next clause; null behind the last.</summary>
    internal Clause* Next()
    {
        if (_rest == 0)
            return null;
        _rest--;
        return _next++;
    }
}
