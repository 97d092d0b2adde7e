// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Words of a fault's message to the manager, see <see cref="FaultKind"/>, and of the
/// reply that sends the thread to its program's
/// <see cref="SystemImage.PartitionRecord.FaultEntry"/> (<see cref="ExitAction.Redirect"/>): there
/// x0 is the kind, x1 the address, x2 where it was and x3 the syndrome.</summary>
public static class FaultWord
{
    /// <summary>The <see cref="FaultKind"/>.</summary>
    public const int Kind = 0;

    /// <summary>Address that it concerns.</summary>
    public const int Address = 1;

    /// <summary>Syndrome, ESR_EL2 (Arm ARM D17.2.37).</summary>
    public const int Syndrome = 2;

    /// <summary>Program counter.</summary>
    public const int Place = 3;

    /// <summary>The thread's tag.</summary>
    public const int Tag = 4;

    /// <summary>Stack pointer.</summary>
    public const int StackPointer = 5;

    /// <summary>Of the reply: the action. The four words behind it are x0 to x3.</summary>
    public const int Action = 0;

    /// <summary>Of the reply: where the thread goes on.</summary>
    public const int Target = 5;
}
