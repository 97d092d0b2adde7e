// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>The system as a whole: constants, boot console, power.</summary>
internal static class Platform
{
    private const int ConsoleBytesMax = 64;

    internal static Answer SystemInfo(in Request request)
    {
        SpecificationState state = request.Step.State;
        Capacities capacities = state.Capacities;
        return (SystemInfoItem)request[0] switch
        {
            SystemInfoItem.AbiVersion => Answer.With(AbiVersion.Current),
            SystemInfoItem.CounterFrequency => Answer.With(capacities.CounterFrequency),
            SystemInfoItem.CounterNow => Answer.With(state.NowTicks),
            SystemInfoItem.FreeTablePages => FreeTablePages(in request),
            SystemInfoItem.BootTicks => Answer.With(capacities.BootTicks),
            SystemInfoItem.FirstGuestEntryTicks => Answer.With(state.FirstGuestEntryTicks),
            SystemInfoItem.Schedule => Answer.With((ulong)state.Frame.Schedule),
            SystemInfoItem.NextSchedule => Answer.With((ulong)state.Frame.NextSchedule),
            SystemInfoItem.ScheduleTicks => Answer.With(state.Frame.ScheduleTicks),
            SystemInfoItem.FrameTicks => Answer.With(state.Frame.FrameTicks),
            SystemInfoItem.CpuCount => Answer.With(Request.CpuCount),
            _ => Answer.Refused(Reason.BadArgument),
        };
    }

    // It tells of the other partitions, so it is not for everybody.
    private static Answer FreeTablePages(in Request request)
    {
        Reason reason = request.Find<SystemObject>(1, Rights.SystemConfigure, out _);
        if (reason != Reason.None) return Answer.Refused(reason);
        SpecificationState state = request.Step.State;
        return Answer.With(
            (ulong)(state.Capacities.TablePagesMax - state.Usage.TablePages));
    }

    internal static Answer ConsoleWrite(in Request request)
    {
        Reason reason = request.Find<SystemObject>(0, Rights.SystemConsole, out _);
        if (reason != Reason.None) return Answer.Refused(reason);
        ulong count = (byte)request[1];
        ulong done = request[1] >> 8;
        if (count > ConsoleBytesMax || done > count) return Answer.Refused(Reason.BadArgument);
        Span<byte> bytes = stackalloc byte[ConsoleBytesMax];
        for (int word = 0; word < Limits.InlineWords; word++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(
                bytes[(word * sizeof(ulong))..], request[2 + word]);
        }
        request.Step.Write(bytes[(int)done..(int)count]);
        return Answer.With(count);
    }

    internal static Answer Shutdown(in Request request)
    {
        Reason reason = request.Find<SystemObject>(0, Rights.SystemPower, out _);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (request[1] > 1) return Answer.Refused(Reason.BadArgument);
        request.Step.State = request.Step.State with
        {
            Power = request[1] == 0 ? MachinePower.Off : MachinePower.Reset,
            Running = ObjectId.None,
        };
        return Answer.Later;
    }
}
