// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Events;

/// <summary>One step of a simulated system, complete in itself: applying the same events to a
/// freshly booted system gives the same states.</summary>
public struct SimulationEvent
{
    /// <summary>Makes an event.</summary>
    /// <param name="kind">What happens.</param>
    /// <param name="detail">Hypercall number, exit kind or interrupt; else 0.</param>
    /// <param name="words">Operands, at most ten; those left out are zero.</param>
    public SimulationEvent(EventKind kind, uint detail, params ReadOnlySpan<ulong> words)
    {
        Kind = kind;
        Detail = detail;
        words.CopyTo(Words);
    }

    /// <summary>What happens.</summary>
    public EventKind Kind;

    /// <summary>The CPU on which it happens.</summary>
    public byte Cpu;

    /// <summary>Hypercall number, exit kind or interrupt, see <see cref="EventKind"/>.</summary>
    public uint Detail;

    /// <summary>Operands, see <see cref="EventKind"/>.</summary>
    public EventWords Words;

    /// <summary>Of a <see cref="EventKind.TimedHypercall"/>, the word that is a deadline.</summary>
    public readonly int DeadlineWord => (Hypercall)Detail == Hypercall.CallUntil ? 9 : 1;

    /// <summary>A hypercall of the running thread.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="arguments">x0 upward, at most ten.</param>
    /// <returns>The event.</returns>
    public static SimulationEvent Call(Hypercall number, params ReadOnlySpan<ulong> arguments) =>
        new(EventKind.Hypercall, (uint)number, arguments);

    /// <inheritdoc/>
    public readonly override string ToString() => EventText.Format(in this);
}
