// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Programs;

/// <summary>A hypercall that goes in steps and is to be interrupted between two: an interrupt is
/// laid into the kernel's way first, and the hypercall follows when its thread is drawn for
/// next.</summary>
internal sealed class CutCall
{
    // The kernel looks for interrupts after so many words of a message.
    private const uint PieceWords = 64;
    private const int LooksMax = 6;

    private SimulationEvent _call;
    private Link<ExecutionContext> _caller;

    /// <summary>Forgets what was held back.</summary>
    internal void Clear() => _caller = default;

    /// <summary>Holds a hypercall back when it has steps, now and then.</summary>
    /// <param name="world">Where a thread runs, which is to make it.</param>
    /// <param name="random">Draws.</param>
    /// <param name="value">The hypercall; becomes the interrupt.</param>
    internal void Hold(World world, ref SeededRandom random, ref SimulationEvent value)
    {
        int looks = LooksIn(in value);
        if (looks == 0 || random.OneIn(3)) return;
        _call = value;
        _caller = world.Current;
        SurroundingsProgram.Cut(world, looks, ref random, ref value);
    }

    /// <summary>Takes what was held back, when its thread still runs.</summary>
    /// <returns>Whether it does.</returns>
    internal bool TryTake(World world, ref SimulationEvent value)
    {
        bool isHeld = !_caller.IsNone && _caller == world.Current;
        _caller = default;
        if (isHeld) value = _call;
        return isHeld;
    }

    // How often the kernel looks for interrupts at least, or may look; 0: it has no steps.
    private static int LooksIn(in SimulationEvent value)
    {
        if (value.Kind is not (EventKind.Hypercall or EventKind.TimedHypercall)) return 0;
        switch ((Hypercall)value.Detail)
        {
            case Hypercall.Call or Hypercall.CallUntil or Hypercall.Reply:
                MessageDescriptor descriptor = new(value.Words[1]);
                return descriptor.IsValid && descriptor.UtcbWords > PieceWords
                    ? (int)((descriptor.UtcbWords - 1) / PieceWords) : 0;
            case Hypercall.Revoke or Hypercall.Discard or Hypercall.Map or Hypercall.Unmap:
                return LooksMax;
            default:
                return 0;
        }
    }
}
