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

    /// <summary>Translates an event, which must be one that the running thread can do.</summary>
    /// <param name="value">The event.</param>
    /// <param name="thread">The thread that runs.</param>
    /// <returns>The command.</returns>
    /// <exception cref="FormatException">The follower cannot do it.</exception>
    public static TargetCommand Of(in SimulationEvent value, in ExecutionContext thread) =>
        value.Kind switch
        {
            EventKind.Hypercall when value.Detail < ReplayLayout.HypercallsMax =>
                new TargetCommand(CallCode, value.Detail, value.Words, 0),
            EventKind.Fault => OfFault(in value),
            EventKind.WriteMessage => new TargetCommand(
                StoreCode, 0, With(value.Words[1]),
                thread.UtcbAddress + (value.Words[0] * sizeof(ulong))),
            _ => throw new FormatException($"the target cannot do '{value}'"),
        };

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
