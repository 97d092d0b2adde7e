// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Virtualization;

/// <summary>Exceptions that a monitor raises in its guest, as far as they do not depend on the
/// architecture's details: where the guest goes on, and the syndrome it finds.</summary>
internal static class GuestExceptions
{
    // Word offsets of VBAR_EL1 and ESR_EL1 in GuestRegisters.
    private const int VectorBase = GuestRegisters.System + 6;
    private const int Syndrome = GuestRegisters.System + 9;
    private const ulong SynchronousOffset = 0x200;

    // EC 0 with a 32-bit instruction; a data abort of the same level with DFSC 0x10.
    private const ulong UndefinedSyndrome = 1ul << 25;
    private const ulong AbortSyndrome = (0x25ul << 26) | (1ul << 25) | 0x10;

    internal static ImmutableArray<ulong> Inject(
        ImmutableArray<ulong> registers, ExitAction action)
    {
        if ((action & (ExitAction.InjectAbort | ExitAction.InjectUndefined)) == 0)
        {
            return registers;
        }
        bool isUndefined = (action & ExitAction.InjectUndefined) != 0;
        return registers
            .SetItem(Syndrome, isUndefined ? UndefinedSyndrome : AbortSyndrome)
            .SetItem(GuestRegisters.Pc, registers[VectorBase] + SynchronousOffset);
    }
}
