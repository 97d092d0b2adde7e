// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Code;

/// <summary>A chain of calls.</summary>
/// <param name="Functions">The functions, caller first.</param>
/// <param name="LastOwn">Place of the function that the chain was found for.</param>
/// <param name="IsFromEntry">Whether it begins at an entry; otherwise only a table names the
/// first: virtual and interface calls, delegates, static constructors.</param>
public sealed record CallChain(
    IReadOnlyList<Function> Functions, int LastOwn, bool IsFromEntry)
{
    /// <summary>The call that leaves the function that the chain was found for; null when it is a
    /// fall-through.</summary>
    public Instruction? Call
    {
        get
        {
            foreach (Instruction instruction in Functions[LastOwn].Instructions)
            {
                if (instruction.Target == Functions[LastOwn + 1].Start) return instruction;
            }
            return null;
        }
    }
}
