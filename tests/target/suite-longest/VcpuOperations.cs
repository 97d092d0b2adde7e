// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Longest;

/// <summary>Operations on virtual CPUs; none of them runs.</summary>
internal static class VcpuOperations
{
    /// <summary>Virtual CPUs of one machine.</summary>
    internal const uint Count = Limits.VcpusPerMachineMax;

    private const uint Slots = 4, FirstVirtual = 32, Configured = 255;
    private const byte Urgency = 0x80;

    /// <summary>Makes one.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Create(uint number) => SystemKernel.CreateVcpu(
        Places.Vcpus + number, Selectors.OwnDomain, Places.Exits, number);

    /// <summary>Makes all but one.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Fill()
    {
        ResultCode code = ResultCode.Success;
        for (uint number = 0; number + 1 < Count && code.IsSuccess; number++)
        {
            code = Create(number);
        }
        return code;
    }

    /// <summary>Ends all.</summary>
    internal static void End()
    {
        for (uint number = 0; number < Count; number++)
        {
            SystemKernel.Revoke(Places.Vcpus + number, true);
        }
    }

    /// <summary>Ends the last.</summary>
    internal static void EndLast() => SystemKernel.Revoke(Places.Vcpus + Count - 1, true);

    /// <summary>Leads an interrupt to the first one.</summary>
    /// <param name="line">The interrupt.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Bind(uint line) => Kernel.BindInterruptToVcpu(
        Selectors.BootInterrupts + line, Places.Vcpus, FirstVirtual + line);

    /// <summary>Makes one and leads all interrupts to it.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode BindAll()
    {
        ResultCode code = Create(0);
        for (uint line = 0; line < Places.Interrupts && code.IsSuccess; line++)
        {
            code = Bind(line);
        }
        return code;
    }

    /// <summary>Makes one for which all interrupts are pending, more than it has list registers.
    /// </summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode BeginConfigure()
    {
        ResultCode code = Create(0);
        for (uint number = 0; number < Limits.VirtualInterruptsMax && code.IsSuccess; number++)
        {
            code = Request(new VirtualInterruptRequest(number, true, Urgency, true));
        }
        for (uint number = 0; number < Limits.VirtualInterruptsMax && code.IsSuccess; number++)
        {
            code = Request(VirtualInterruptOperation.SetPending, number);
        }
        return code;
    }

    /// <summary>Empties the list registers.</summary>
    /// <param name="turn">Which turn: two sets of interrupts are in them by turns.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode PrepareConfigure(uint turn) =>
        RequestAll(VirtualInterruptOperation.ClearPending, turn % 2 * Slots);

    /// <summary>Configures the last interrupt; the list registers take the most urgent ones.
    /// </summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Configure() =>
        Request(new VirtualInterruptRequest(Configured, true, Urgency, true));

    /// <summary>Lets those wait again that were in the list registers before.</summary>
    /// <param name="turn">Which turn.</param>
    internal static void UndoConfigure(uint turn) =>
        RequestAll(VirtualInterruptOperation.SetPending, turn % 2 * Slots);

    private static ResultCode RequestAll(VirtualInterruptOperation operation, uint first)
    {
        ResultCode code = ResultCode.Success;
        for (uint number = first; number < first + Slots && code.IsSuccess; number++)
        {
            code = Request(operation, number);
        }
        return code;
    }

    private static ResultCode Request(VirtualInterruptOperation operation, uint number) =>
        Request(new VirtualInterruptRequest(operation, number));

    private static ResultCode Request(VirtualInterruptRequest request) =>
        Kernel.VirtualInterrupt(Places.Vcpus, request).Code;
}
