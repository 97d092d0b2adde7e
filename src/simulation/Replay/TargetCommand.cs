// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>An event in the words of the target's follower.</summary>
public readonly struct TargetCommand
{
    private const uint CallCode = 0;
    private const uint LoadCode = 1;
    private const uint StoreCode = 2;
    private const uint BreakCode = 3;
    private const uint UndefinedCode = 4;
    private const uint GuestCallCode = 5;
    private const uint GuestAccessCode = 6;
    private const uint WaitCode = 7;
    private const uint SpinCode = 8;

    // The kernel's timer has gone off by then.
    private const ulong SpinTicks = 64;
    private const int WordsOffset = 8;
    private const int AddressOffset = 88;

    private readonly uint _code;
    private readonly uint _detail;
    private readonly EventWords _words;
    private readonly ulong _address;

    private TargetCommand(uint code, uint detail, EventWords words, ulong address)
    {
        _code = code;
        _detail = detail;
        _words = words;
        _address = address;
    }

    /// <summary>Translates an event, which must be one that the running thread or virtual CPU can
    /// do.</summary>
    /// <param name="value">The event.</param>
    /// <param name="thread">What runs.</param>
    /// <param name="now">The simulation's counter, in ticks.</param>
    /// <returns>The command.</returns>
    /// <exception cref="FormatException">The follower cannot do it.</exception>
    public static TargetCommand Of(
        in SimulationEvent value, in ExecutionContext thread, ulong now) =>
        value.Kind switch
        {
            EventKind.Hypercall when value.Detail < ReplayLayout.HypercallsMax =>
                new TargetCommand(CallCode, value.Detail, value.Words, 0),
            EventKind.Fault => OfFault(in value),
            EventKind.WriteMessage => new TargetCommand(
                StoreCode, 0, With(value.Words[1]),
                thread.UtcbAddress + (value.Words[0] * sizeof(ulong))),
            EventKind.GuestHypercall => new TargetCommand(GuestCallCode, 0, value.Words, 0),
            EventKind.GuestAccess => new TargetCommand(
                GuestAccessCode, GuestFollower.IndexOf(new MmioAccess(value.Words[1])), default,
                value.Words[0]),
            EventKind.Elapse when thread.IsVcpu => new TargetCommand(
                SpinCode, 0, default, now + value.Words[0] + SpinTicks),
            EventKind.GuestHalt or EventKind.Elapse =>
                new TargetCommand(WaitCode, 0, default, 0),
            _ => throw new FormatException($"the target cannot do '{value}'"),
        };

    /// <summary>A write to the message page, whose address the target knows.</summary>
    internal static TargetCommand Store => new(StoreCode, 0, default, 0);

    /// <summary>A hypercall.</summary>
    internal static TargetCommand Call(Hypercall number, in EventWords words) =>
        new(CallCode, (uint)number, words, 0);

    /// <summary>A read of memory.</summary>
    internal static TargetCommand Load(ulong address) => new(LoadCode, 0, default, address);

    /// <summary>A breakpoint or an undefined instruction.</summary>
    internal static TargetCommand Broken(FaultKind kind) => new(
        kind == FaultKind.Breakpoint ? BreakCode : UndefinedCode, 0, default, 0);

    /// <summary>Reads an entry of the list as the event that it is.</summary>
    /// <param name="entry">The entry's bytes.</param>
    /// <returns>The event.</returns>
    /// <exception cref="FormatException">The follower does not know it.</exception>
    public static SimulationEvent Read(ReadOnlySpan<byte> entry)
    {
        ulong address = BinaryPrimitives.ReadUInt64LittleEndian(entry[AddressOffset..]);
        uint code = BinaryPrimitives.ReadUInt32LittleEndian(entry);
        switch (code)
        {
            case CallCode:
                SimulationEvent call = new(
                    EventKind.Hypercall, BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]));
                for (int index = 0; index < EventWords.Count; index++)
                {
                    call.Words[index] = ReadWord(entry, index);
                }
                return call;
            case LoadCode:
                return Fault(FaultKind.DataAccess, address);
            case StoreCode:
                ulong word = address % Limits.PageBytes / sizeof(ulong);
                return new SimulationEvent(EventKind.WriteMessage, 0, word, ReadWord(entry, 0));
            case BreakCode:
                return Fault(FaultKind.Breakpoint, 0);
            case UndefinedCode:
                return Fault(FaultKind.UndefinedInstruction, 0);
            default:
                throw new FormatException($"the target did {code}, which is nothing");
        }
    }

    /// <summary>Writes the command as an entry of the list.</summary>
    /// <param name="entry">The entry's bytes.</param>
    public void Write(Span<byte> entry)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(entry, _code);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], _detail);
        for (int index = 0; index < EventWords.Count; index++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(
                entry[(WordsOffset + (index * sizeof(ulong)))..], _words[index]);
        }
        BinaryPrimitives.WriteUInt64LittleEndian(entry[AddressOffset..], _address);
    }

    private static ulong ReadWord(ReadOnlySpan<byte> entry, int index) =>
        BinaryPrimitives.ReadUInt64LittleEndian(
            entry[(WordsOffset + (index * sizeof(ulong)))..]);

    private static SimulationEvent Fault(FaultKind kind, ulong address) =>
        new(EventKind.Fault, 0, (ulong)kind, address);

    private static TargetCommand OfFault(in SimulationEvent value) =>
        (FaultKind)value.Words[0] switch
        {
            FaultKind.DataAccess => new TargetCommand(LoadCode, 0, default, value.Words[1]),
            FaultKind.Breakpoint => new TargetCommand(BreakCode, 0, default, 0),
            FaultKind.UndefinedInstruction => new TargetCommand(UndefinedCode, 0, default, 0),
            _ => throw new FormatException($"the target cannot do '{value}'"),
        };

    private static EventWords With(ulong first)
    {
        EventWords words = default;
        words[0] = first;
        return words;
    }
}
