// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.ConsoleWrite"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class ConsoleWrite<TAsp>
    where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[0], Rights.SystemConsole,
            out Link<Capability> _);
        if (result.IsSuccess && current.Frame[1] > 64)
        {
            result = Outcome.Parameter(Reason.BadArgument);
        }

        if (!result.IsSuccess) return result;
        for (int index = 0; index < (int)current.Frame[1]; index++)
        {
            TAsp.WriteConsole((byte)(current.Frame[2 + (index / 8)] >> (index % 8 * 8)));
        }
        return ResultCode.Success;
    }
}
