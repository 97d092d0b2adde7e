// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Every hypercall number, svc #0 to svc #65535, with arguments that nothing accepts.
/// </summary>
internal static class NumberTests
{
    private const ulong NoSelector = 0xdead_0000_0000_0000;

    internal static void Run()
    {
        Tally unknown = default;
        Tally known = default;
        for (uint number = 0; number <= ushort.MaxValue; number++)
        {
            if (number is (uint)Hypercall.Yield or (uint)Hypercall.Reply) continue;
            var registers = default(Registers);
            registers.Fill();
            registers[0] = NoSelector;
            ResultCode code = Raw.Call((ushort)number, ref registers);
            if (IsAssigned(number)) known.Add(number, !code.IsSuccess && IsSane(code), code.Value);
            else unknown.Add(number, code.Value == Unknown, code.Value);
        }
        Report.None("unassigned-numbers-are-refused"u8, in unknown);
        Report.None("assigned-numbers-refuse-nonsense"u8, in known);
        Report.Refused("reply-without-caller"u8, Status.BadParameter, Reason.NoCaller,
            Raw.Call(Hypercall.Reply));
        Report.Equal("yield"u8, 0, Raw.Call(Hypercall.Yield).Value);
    }

    private static ulong Unknown =>
        new ResultCode(Status.BadHypercall, Reason.UnknownHypercall).Value;

    private static bool IsSane(ResultCode code) =>
        code.Value >> 24 == 0 && code.Status <= Status.NotSupported
        && code.Reason is > Reason.None and <= Reason.VmidExhausted;

    private static bool IsAssigned(uint number) => (Hypercall)number switch
    {
        >= Hypercall.Call and <= Hypercall.CallUntil => true,
        >= Hypercall.CreateDomain and <= Hypercall.CreateSegment => true,
        >= Hypercall.Delegate and <= Hypercall.Discard => true,
        Hypercall.Map or Hypercall.Unmap => true,
        >= Hypercall.BindInterrupt and <= Hypercall.AcknowledgeInterrupt => true,
        >= Hypercall.VirtualInterrupt and <= Hypercall.SwitchSchedule => true,
        Hypercall.ConsoleWrite or Hypercall.Shutdown => true,
        _ => false,
    };
}
