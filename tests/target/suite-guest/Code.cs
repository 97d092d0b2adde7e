// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest;

/// <summary>The page of instructions that the tests make up.</summary>
internal static class Code
{
    // Unconditional branch (DDI 0487, C6.2.26).
    private const uint Branch = 0x1400_0000;
    private const uint BranchMask = 0x03ff_ffff;

    /// <summary>Where the instruction stands.</summary>
    internal static ulong Address => Imports.CodeAddress();

    /// <summary>Executes an instruction with chosen registers.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="registers">The registers, afterwards what they became.</param>
    /// <returns>Exceptions that it raised.</returns>
    internal static ulong Execute(uint instruction, ref Registers registers)
    {
        ulong address = Address;
        Imports.WriteCode(address, instruction, address);
        ulong distance = Imports.ResumeAddress() - (address + 4);
        Imports.WriteCode(
            address + 4, Branch | ((uint)(distance >> 2) & BranchMask), address + 4);
        ulong before = Exceptions.Count;
        Imports.Probe(ref registers);
        return Exceptions.Count - before;
    }
}
