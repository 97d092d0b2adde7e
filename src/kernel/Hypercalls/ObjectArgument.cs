// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>An object that a register selects.</summary>
internal static class ObjectArgument
{
    /// <summary>Finds it.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The caller.</param>
    /// <param name="register">The register.</param>
    /// <param name="right">What the caller needs.</param>
    /// <param name="found">The object, of the kind that the right belongs to; none on
    /// refusal.</param>
    /// <returns>Success, or why not.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ResultCode Find(
        ref KernelState state, ref ExecutionContext current, int register, Rights right,
        out Link<ObjectHeader> found)
    {
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[register], right, out Link<Capability> slot);
        found = result.IsSuccess ? slot.In(ref state).Object : default;
        return result;
    }

    /// <summary>Finds it, or nothing when the register is zero.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The caller.</param>
    /// <param name="register">The register.</param>
    /// <param name="right">What the caller needs.</param>
    /// <param name="found">The object; none for zero and on refusal.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode FindOptional(
        ref KernelState state, ref ExecutionContext current, int register, Rights right,
        out Link<ObjectHeader> found)
    {
        found = default;
        if (current.Frame[register] == 0) return ResultCode.Success;
        return Find(ref state, ref current, register, right, out found);
    }
}
