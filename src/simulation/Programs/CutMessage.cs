// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Programs;

/// <summary>A message of several pieces that is to be interrupted: an interrupt is laid into the
/// kernel's way first, and the hypercall follows when its thread is drawn for next.</summary>
internal sealed class CutMessage
{
    // The kernel looks for interrupts after so many words.
    private const uint PieceWords = 64;

    private SimulationEvent _call;
    private Link<ExecutionContext> _sender;

    /// <summary>Forgets what was held back.</summary>
    internal void Clear() => _sender = default;

    /// <summary>Holds a call or reply back when it is long enough, now and then.</summary>
    /// <param name="world">Where a thread runs, which is to make it.</param>
    /// <param name="random">Draws.</param>
    /// <param name="value">The hypercall; becomes the interrupt.</param>
    internal void Hold(World world, ref SeededRandom random, ref SimulationEvent value)
    {
        if (value.Kind is not (EventKind.Hypercall or EventKind.TimedHypercall)) return;
        if ((Hypercall)value.Detail is not (Hypercall.Call or Hypercall.CallUntil
            or Hypercall.Reply)) return;
        MessageDescriptor descriptor = new(value.Words[1]);
        if (!descriptor.IsValid || descriptor.UtcbWords <= PieceWords || random.OneIn(3)) return;
        _call = value;
        _sender = world.Current;
        int looks = (int)((descriptor.UtcbWords - 1) / PieceWords);
        SurroundingsProgram.Cut(world, looks, ref random, ref value);
    }

    /// <summary>Takes what was held back, when its thread still runs.</summary>
    /// <returns>Whether it does.</returns>
    internal bool TryTake(World world, ref SimulationEvent value)
    {
        bool isHeld = !_sender.IsNone && _sender == world.Current;
        _sender = default;
        if (isHeld) value = _call;
        return isHeld;
    }
}
