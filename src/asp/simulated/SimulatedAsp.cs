// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel.Health;
using Bulkhead.Kernel.Seams;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// The architecture package of the host: everything that the kernel asks of hardware goes to the
/// <see cref="SimulatedMachine"/> that is current on the host thread.
/// </summary>
public readonly partial struct SimulatedAsp : IAsp
{
    /// <inheritdoc/>
    public static ulong Now
    {
        get
        {
            SimulatedMachine machine = Machine;
            machine.AtOrderingPoint(OrderingPoint.ReadClock);
            return machine.Clock.Read(machine.Executing.Number);
        }
    }

    /// <inheritdoc/>
    public static ulong Frequency => SimulatedClock.FrequencyHz;

    /// <inheritdoc/>
    public static ulong PauseTicks => Machine.Clock.PauseTicks;

    private static SimulatedMachine Machine
    {
        get
        {
            SimulatedMachine machine = SimulatedMachine.Current;
            machine.SeamCallCount++;
            return machine;
        }
    }

    /// <inheritdoc/>
    public static void ArmTimer(ulong ticks)
    {
        SimulatedMachine machine = Machine;
        machine.AtOrderingPoint(OrderingPoint.ArmTimer);
        machine.Clock.Arm(machine.Executing.Number, ticks);
    }

    /// <inheritdoc/>
    public static bool TryWriteConsole(byte value)
    {
        SimulatedMachine machine = Machine;
        if (machine.ConsoleBusyCount > 0)
        {
            machine.ConsoleBusyCount--;
            return false;
        }

        machine.Console.Append((char)value);
        return true;
    }

    /// <inheritdoc/>
    public static void Shutdown(bool isReset) =>
        Machine.Power = isReset ? PowerState.Reset : PowerState.Off;

    /// <inheritdoc/>
    /// <exception cref="KernelPanicException">Always: hardware would not return.</exception>
    public static void Panic(uint invariant) =>
        throw new KernelPanicException((Invariant)invariant);
}
