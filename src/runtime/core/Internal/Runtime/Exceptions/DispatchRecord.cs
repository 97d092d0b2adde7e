// SPDX-License-Identifier: MIT
namespace Internal.Runtime.Exceptions;

/// <summary>An exception on its way; lies on the stack of the thread that threw.</summary>
internal unsafe struct DispatchRecord
{
    /// <summary>Clause number before the first.</summary>
    internal const int NoClause = -1;

    internal DispatchRecord* Outer;

    /// <summary>The exception; a word, because the record is linked by address.</summary>
    internal nint Exception;

    /// <summary>Frame whose handler runs now.</summary>
    internal RegisterSet Frame;

    /// <summary>Number of the handler's clause in that frame's method.</summary>
    internal int Clause;

    /// <summary>The next search skips clauses of the same block as the handler's.</summary>
    internal uint BlockStart;

    internal uint BlockEnd;

    /// <summary>Stack of the frames that the exception has left, from the thrower's upwards; a
    /// collection does not look at it.</summary>
    internal nuint LeftStart;

    /// <summary>Behind it: the frame whose handler runs; 0 while one is looked for.</summary>
    internal nuint LeftEnd;
}
