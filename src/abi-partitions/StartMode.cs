// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>What a partition finds when it starts (ARINC 653 part 1, OPERATING_MODE during
/// initialization).</summary>
public enum StartMode : uint
{
    /// <summary>Its memory is as the image has it, the rest of it zero.</summary>
    ColdStart = 1,

    /// <summary>Its writable memory is as it was when its threads were stopped; its kernel objects
    /// are new.</summary>
    WarmStart = 2,
}
