// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>An argument whose upper half names a CPU: its number plus one; 0: the caller's
/// own.</summary>
internal static class CpuArgument
{
    /// <summary>Takes an argument apart.</summary>
    internal static ResultCode Decode(
        ref KernelState state, ref ExecutionContext current, ulong argument, out uint value,
        out Link<Cpu> cpu)
    {
        value = (uint)argument;
        cpu = current.Cpu;
        ulong number = argument >> 32;
        if (number == 0) return ResultCode.Success;
        if (number > state.Shared.CpuCount) return Outcome.Parameter(Reason.BadCpu);
        cpu = Link<Cpu>.To(ref state, ref state.Cpus[(int)number - 1]);
        return ResultCode.Success;
    }
}
