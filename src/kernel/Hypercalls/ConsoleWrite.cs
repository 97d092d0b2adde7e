// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.ConsoleWrite"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class ConsoleWrite<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[0], Rights.SystemConsole,
            out Link<Capability> _);
        ulong count = (byte)current.Frame[1];
        ulong done = current.Frame[1] >> 8;
        if (result.IsSuccess && (count > 64 || done > count))
        {
            result = Outcome.Parameter(Reason.BadArgument);
        }

        if (!result.IsSuccess) return result;
        // How far it has come stands in the register, so that the call can go on there.
        while (done < count)
        {
            ulong word = current.Frame[2 + ((int)done / 8)];
            if (!TAsp.TryWriteConsole((byte)(word >> ((int)done % 8 * 8)))) break;
            done++;
            if (done % 4 == 0 && TAsp.IsInterruptPending) break;
        }
        bool isDone = done == count;
        current.Frame[1] = isDone ? count : count | (done << 8);
        return isDone ? ResultCode.Success : Outcome.Again;
    }
}
