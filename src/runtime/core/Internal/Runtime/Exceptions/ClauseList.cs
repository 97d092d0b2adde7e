// SPDX-License-Identifier: MIT
namespace Internal.Runtime.Exceptions;

/// <summary>The clauses of a method, inner ones first.</summary>
/// <remarks>
/// A function's table begins with a byte: bits 1:0 say what part of a method it is (0 the method
/// itself, else a handler or filter), bit 2 that there are clauses, bit 4 a distance before them. A
/// part's table leads to its method's.
/// </remarks>
internal unsafe struct ClauseList
{
    private const byte PartMask = 3;
    private const byte HasClauses = 4;
    private const byte HasData = 0x10;

    private byte* _at;
    private nuint _methodStart;
    private uint _rest;

    /// <summary>Start of the method that the function belongs to.</summary>
    internal readonly nuint MethodStart => _methodStart;

    internal static ClauseList Of(in FrameDescription frame)
    {
        ClauseList list = default;
        list._methodStart = frame.Start;
        byte* table = frame.Handlers;
        if (table == null)
            return list;
        if ((*table & PartMask) != 0)
        {
            byte* words = table + 1;
            if ((*table & HasData) != 0)
                words += 4;
            table = words + *(int*)words;
            // The second word is the distance from the method's start to the part.
            list._methodStart = frame.Start - *(uint*)(words + 4);
        }
        if ((*table & HasClauses) == 0)
            return list;
        byte* distance = table + 1;
        if ((*table & HasData) != 0)
            distance += 4;
        list._at = distance + *(int*)distance;
        list._rest = PackedNumber.Unsigned(ref list._at);
        return list;
    }

    internal bool TryNext(out Clause clause)
    {
        clause = default;
        if (_rest == 0)
            return false;
        _rest--;
        clause.Start = PackedNumber.Unsigned(ref _at);
        uint lengthAndKind = PackedNumber.Unsigned(ref _at);
        clause.End = clause.Start + (lengthAndKind >> 2);
        clause.Kind = (ClauseKind)(lengthAndKind & 3);
        clause.Handler = _methodStart + PackedNumber.Unsigned(ref _at);
        if (clause.Kind == ClauseKind.Typed)
        {
            clause.Type = (MethodTable*)(_at + *(int*)_at);
            _at += 4;
        }
        else if (clause.Kind == ClauseKind.Filter)
        {
            clause.Filter = _methodStart + PackedNumber.Unsigned(ref _at);
        }
        return true;
    }
}
