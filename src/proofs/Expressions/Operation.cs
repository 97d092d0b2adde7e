// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Expressions;

/// <summary>What a node of an expression does. Words are SMT-LIB bit vectors; truths are
/// Booleans.</summary>
internal enum Operation : byte
{
    /// <summary>A value that the lemma quantifies over.</summary>
    Variable,

    /// <summary>A fixed word.</summary>
    Constant,

    Add,
    Subtract,
    Multiply,

    /// <summary>Whole-number division, all ones for a divisor of zero. The solver is given its
    /// defining property rather than a divider's circuit.</summary>
    Quotient,

    /// <summary>The greatest multiple of the second that is not above the first, by its defining
    /// property, too; 0 when the second is 0.</summary>
    RoundDown,

    And,
    Or,
    ExclusiveOr,
    Complement,

    /// <summary>Zero when the amount reaches the width, as SMT-LIB has it.</summary>
    ShiftLeft,

    /// <summary>Logical; zero when the amount reaches the width.</summary>
    ShiftRight,

    Extract,
    Join,
    ZeroExtend,
    SignExtend,

    /// <summary>One of two words, by a truth.</summary>
    Choose,

    Equal,

    /// <summary>Unsigned.</summary>
    Below,

    /// <summary>Unsigned.</summary>
    AtMost,

    /// <summary>Two's complement.</summary>
    SignedBelow,

    Both,
    Either,
    Negation,
    True,
}
