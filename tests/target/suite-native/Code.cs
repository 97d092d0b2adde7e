// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native;

/// <summary>The page whose instructions the tests make up: mapped twice, once to write and once to
/// execute.</summary>
internal static class Code
{
    /// <summary>Where it is executed; probe.S jumps there.</summary>
    internal const ulong Address = 0x0300_0000;

    private const ulong WritableAddress = 0x0301_0000;

    // Unconditional branch (DDI 0487, C6.2.26).
    private const uint Branch = 0x1400_0000;
    private const uint BranchMask = 0x03ff_ffff;

    /// <summary>Maps the page.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Initialize()
    {
        ResultCode code = SystemKernel.Map(
            Selectors.OwnDomain, Places.Memory, 0, Address, Limits.PageBytes,
            MemoryAccess.Read | MemoryAccess.Execute);
        return code.IsSuccess
            ? SystemKernel.Map(
                Selectors.OwnDomain, Places.Memory, 0, WritableAddress, Limits.PageBytes,
                MemoryAccess.Read | MemoryAccess.Write)
            : code;
    }

    /// <summary>Lets the page hold one instruction and the way back.</summary>
    /// <param name="instruction">The instruction.</param>
    internal static void Set(uint instruction)
    {
        Write(0, instruction);
        WriteReturn(1);
    }

    /// <summary>Writes an instruction.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="instruction">The instruction.</param>
    internal static void Write(uint index, uint instruction) =>
        Imports.WriteCode(WritableAddress + (4 * index), instruction, Address + (4 * index));

    /// <summary>Writes the branch back to the probe.</summary>
    /// <param name="index">Its place.</param>
    internal static void WriteReturn(uint index)
    {
        ulong distance = Imports.ResumeAddress() - (Address + (4 * index));
        Write(index, Branch | ((uint)(distance >> 2) & BranchMask));
    }
}
