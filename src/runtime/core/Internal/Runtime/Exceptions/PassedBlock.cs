// SPDX-License-Identifier: MIT
namespace Internal.Runtime.Exceptions;

/// <summary>The clauses of a method that an exception out of one of its handlers does not
/// meet.</summary>
/// <remarks>
/// Those up to the handler's own, and further ones of the same block: handlers of one block do not
/// guard each other. Where the code of two nested blocks begins and ends at the same places, the
/// native compiler writes an empty clause between theirs.
/// </remarks>
internal unsafe struct PassedBlock
{
    private readonly int _clause;
    private readonly uint _start;
    private readonly uint _end;
    private bool _isBehind;

    internal PassedBlock(int clause, uint start, uint end)
    {
        _clause = clause;
        _start = start;
        _end = end;
        _isBehind = clause == DispatchRecord.NoClause;
    }

    /// <summary>No clause.</summary>
    internal static PassedBlock None => new(DispatchRecord.NoClause, 0, 0);

    /// <summary>Whether the next clause is one of them; asked for all in order.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="number">Its number, from 0.</param>
    internal bool Contains(Clause* clause, int number)
    {
        if (_isBehind)
            return false;
        _isBehind = number > _clause && (clause->Start != _start || clause->End != _end);
        return !_isBehind;
    }
}
