// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Asp.Simulated.Devices;

/// <summary>
/// A device that reads and writes memory by itself, past the CPUs' translation: there is no
/// translation for devices in this machine, so a device reaches exactly the host ranges that it is
/// given. It sees memory behind the caches unless it is coherent with them.
/// </summary>
/// <param name="machine">The machine.</param>
/// <param name="isCoherent">Whether it looks into the data caches.</param>
public sealed class DmaDevice(SimulatedMachine machine, bool isCoherent = false) : IHardwareActor
{
    private readonly List<(ulong Start, ulong Bytes)> _reach = [];
    private readonly List<(ulong Start, ulong Bytes, bool IsWrite)> _transfers = [];

    /// <summary>Words that it moved by itself.</summary>
    public long TransferCount { get; private set; }

    /// <summary>The last word that it read by itself.</summary>
    public ulong LastRead { get; private set; }

    /// <summary>Gives it a host range.</summary>
    /// <param name="start">Host-physical address.</param>
    /// <param name="bytes">Bytes.</param>
    /// <exception cref="SimulationException">The kernel's state lies in it.</exception>
    public void Allow(ulong start, ulong bytes)
    {
        const ulong StateBase = SimulatedMachine.StateBase;
        if (start < StateBase + (ulong)StateBlock.Size && start + bytes > StateBase)
        {
            throw new SimulationException($"a device is given the kernel's state at {start:x}");
        }
        _reach.Add((start, bytes));
    }

    /// <summary>Whether it reaches an address.</summary>
    /// <param name="address">Host-physical address.</param>
    /// <returns>Whether it does.</returns>
    public bool Reaches(ulong address)
    {
        foreach ((ulong start, ulong bytes) in _reach)
        {
            if (address - start < bytes) return true;
        }
        return false;
    }

    /// <summary>Its driver lets it transfer: from now on it moves words of the range when hardware
    /// gets its turn, wherever it reaches.</summary>
    /// <param name="start">Host-physical address, alleged.</param>
    /// <param name="bytes">Bytes, at least 8.</param>
    /// <param name="isWrite">Whether it writes memory.</param>
    public void Program(ulong start, ulong bytes, bool isWrite) =>
        _transfers.Add((start, bytes, isWrite));

    /// <summary>Its driver stops it.</summary>
    public void Stop() => _transfers.Clear();

    /// <summary>Reads memory.</summary>
    /// <param name="address">Host-physical address, a multiple of 8.</param>
    /// <returns>The word.</returns>
    /// <exception cref="SimulationException">It does not reach the address.</exception>
    public ulong Read(ulong address)
    {
        CheckReach(address);
        return machine.Caches.Read(address, isCoherent);
    }

    /// <summary>Writes memory.</summary>
    /// <param name="address">Host-physical address, a multiple of 8.</param>
    /// <param name="value">The word.</param>
    /// <exception cref="SimulationException">It does not reach the address.</exception>
    public void Write(ulong address, ulong value)
    {
        CheckReach(address);
        machine.Caches.Write(address, value, isCoherent);
    }

    /// <inheritdoc/>
    public int CountActions(SimulatedMachine machine) => _transfers.Count;

    /// <inheritdoc/>
    /// <remarks>What it does not reach it leaves alone, as a bus does that answers with an
    /// error.</remarks>
    public void Act(SimulatedMachine machine, int action, IChoice choice)
    {
        (ulong start, ulong bytes, bool isWrite) = _transfers[action];
        int words = (int)Math.Min(bytes / 8, int.MaxValue);
        ulong address = start + ((ulong)choice.Choose(words, ChoicePoint.Transfer) * 8);
        if (!Reaches(address)) return;
        TransferCount++;
        if (isWrite) Write(address, 0xd3ad_d3ad_0000_0000 | (ulong)TransferCount);
        else LastRead = Read(address);
    }

    private void CheckReach(ulong address)
    {
        if (!Reaches(address))
        {
            throw new SimulationException($"a device accesses {address:x} that it was not given");
        }
    }
}
