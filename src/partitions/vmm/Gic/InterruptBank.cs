// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Gic;

/// <summary>
/// Configuration of 32 interrupts: the private ones of a virtual CPU, or 32 shared ones. Pending
/// and active states live in the kernel, next to the list registers; the bank sends it every change
/// and asks it on reads.
/// </summary>
/// <remarks>
/// Every interrupt has a home: the virtual CPU in whose kernel state it lives. An interrupt routed
/// to a CPU that does not exist is <em>parked</em>: it stays at its last home, not enabled, so no
/// state is lost until it is routed again. All interrupts are in group 1: the group registers read
/// as ones and ignore writes.
/// </remarks>
public struct InterruptBank
{
    /// <summary>Interrupts of a bank.</summary>
    public const int InterruptsMax = 32;

    /// <summary>Implemented bits of a priority: five, the fewest that a virtual CPU interface has
    /// (IHI 0069, 4.8).</summary>
    public const byte PriorityMask = 0xf8;

    private uint _first;
    private uint _enabled;
    private uint _edge;
    private uint _parked;
    private bool _isGroupEnabled;
    private ByteTable _priorities;
    private ByteTable _homes;

    [InlineArray(InterruptsMax)]
    private struct ByteTable
    {
        private byte _element;
    }

    /// <summary>Gives the bank its interrupts.</summary>
    /// <param name="first">Id of its first interrupt, a multiple of 32.</param>
    /// <param name="home">Virtual CPU that all of them live in.</param>
    /// <param name="edge">Bit n set: interrupt n is edge-triggered.</param>
    public void Initialize(uint first, byte home, uint edge)
    {
        _first = first;
        _edge = edge;
        foreach (ref byte entry in (System.Span<byte>)_homes) entry = home;
    }

    /// <summary>Bit n set: interrupt n is enabled, whether or not its group is.</summary>
    public readonly uint Enabled => _enabled;

    /// <summary>Bit n set: interrupt n is edge-triggered.</summary>
    public readonly uint Edge => _edge;

    /// <summary>The priority of an interrupt.</summary>
    /// <param name="index">0 to 31.</param>
    /// <returns>0 (most urgent) to 0xf8.</returns>
    public byte Priority(int index) => _priorities[index & 31];

    /// <summary>The virtual CPU that an interrupt lives in.</summary>
    /// <param name="index">0 to 31.</param>
    /// <returns>The number of the virtual CPU.</returns>
    public uint Home(int index) => _homes[index & 31];

    /// <summary>Enables or disables the group of all interrupts (GICD_CTLR.EnableGrp1).</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="isEnabled">Whether the group is enabled.</param>
    public void SetGroup<TPort>(ref TPort port, bool isEnabled) where TPort : struct, IInterruptPort
    {
        if (_isGroupEnabled == isEnabled) return;
        _isGroupEnabled = isEnabled;
        ConfigureAll(ref port, _enabled);
    }

    /// <summary>Sets enable bits (ISENABLER).</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="mask">Interrupts to enable.</param>
    public void Enable<TPort>(ref TPort port, uint mask) where TPort : struct, IInterruptPort
    {
        uint changed = mask & ~_enabled;
        _enabled |= mask;
        ConfigureAll(ref port, changed);
    }

    /// <summary>Clears enable bits (ICENABLER).</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="mask">Interrupts to disable.</param>
    public void Disable<TPort>(ref TPort port, uint mask) where TPort : struct, IInterruptPort
    {
        uint changed = mask & _enabled;
        _enabled &= ~mask;
        ConfigureAll(ref port, changed);
    }

    /// <summary>Sets a priority (IPRIORITYR).</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="index">0 to 31.</param>
    /// <param name="priority">0 (most urgent) to 255; the lowest three bits are not
    /// implemented.</param>
    public void SetPriority<TPort>(ref TPort port, int index, byte priority)
        where TPort : struct, IInterruptPort
    {
        ref byte entry = ref _priorities[index & 31];
        byte kept = (byte)(priority & PriorityMask);
        if (entry == kept) return;
        entry = kept;
        // The kernel learns the priority of a disabled interrupt when it is enabled.
        ConfigureAll(ref port, _enabled & (1u << index));
    }

    /// <summary>Sets triggers (ICFGR).</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="mask">Interrupts to set.</param>
    /// <param name="edge">Bit n set: interrupt n becomes edge-triggered.</param>
    public void SetTrigger<TPort>(ref TPort port, uint mask, uint edge)
        where TPort : struct, IInterruptPort
    {
        uint changed = (_edge ^ edge) & mask;
        _edge ^= changed;
        ConfigureAll(ref port, changed);
    }

    /// <summary>Applies an operation to interrupts.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="mask">Which interrupts.</param>
    /// <param name="operation">What to do with each.</param>
    public void Apply<TPort>(ref TPort port, uint mask, VirtualInterruptOperation operation)
        where TPort : struct, IInterruptPort
    {
        for (; mask != 0; mask &= mask - 1)
            Apply(ref port, BitOperations.TrailingZeroCount(mask), operation);
    }

    /// <summary>Collects one bit of every interrupt's state.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="flag">The bit.</param>
    /// <returns>Bit n set: interrupt n has it.</returns>
    public uint Query<TPort>(ref TPort port, VirtualInterruptState flag)
        where TPort : struct, IInterruptPort
    {
        uint result = 0;
        for (int index = 0; index < InterruptsMax; index++)
        {
            VirtualInterruptState state = Apply(ref port, index, VirtualInterruptOperation.Query);
            if ((state & flag) != 0) result |= 1u << index;
        }
        return result;
    }

    /// <summary>Routes an interrupt to a virtual CPU (IROUTER), with its state.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="index">0 to 31.</param>
    /// <param name="vcpu">Number of the virtual CPU.</param>
    public void Route<TPort>(ref TPort port, int index, byte vcpu)
        where TPort : struct, IInterruptPort
    {
        uint bit = 1u << index;
        bool wasParked = (_parked & bit) != 0;
        _parked &= ~bit;
        if (Home(index) != vcpu) Move(ref port, index, vcpu);
        else if (wasParked) ConfigureAll(ref port, bit);
    }

    /// <summary>Routes an interrupt to no virtual CPU.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="index">0 to 31.</param>
    public void Park<TPort>(ref TPort port, int index) where TPort : struct, IInterruptPort
    {
        uint bit = 1u << index;
        if ((_parked & bit) != 0) return;
        _parked |= bit;
        ConfigureAll(ref port, bit & _enabled);
    }

    private void Move<TPort>(ref TPort port, int index, byte vcpu)
        where TPort : struct, IInterruptPort
    {
        // Its old virtual CPU may run meanwhile, on another CPU: once disabled, what is pending
        // stays.
        uint enabled = _enabled;
        Disable(ref port, 1u << index);
        VirtualInterruptState state = Apply(ref port, index, VirtualInterruptOperation.Query);
        bool hasLine = (state & VirtualInterruptState.Line) != 0;
        bool isEdge = ((_edge >> index) & 1) != 0;
        if (hasLine) Apply(ref port, index, VirtualInterruptOperation.LowerLine);
        Apply(ref port, index, VirtualInterruptOperation.ClearPending);

        _enabled = enabled;
        _homes[index & 31] = vcpu;
        ConfigureAll(ref port, 1u << index);
        // A raised line makes a level interrupt pending again by itself; on an edge interrupt,
        // raising it would make up an edge.
        if (hasLine && !isEdge) Apply(ref port, index, VirtualInterruptOperation.RaiseLine);
        else if ((state & VirtualInterruptState.Pending) != 0)
            Apply(ref port, index, VirtualInterruptOperation.SetPending);
    }

    private VirtualInterruptState Apply<TPort>(
        ref TPort port, int index, VirtualInterruptOperation operation)
        where TPort : struct, IInterruptPort =>
        port.Apply(Home(index), new VirtualInterruptRequest(operation, _first + (uint)index));

    private void ConfigureAll<TPort>(ref TPort port, uint mask)
        where TPort : struct, IInterruptPort
    {
        uint effective = _isGroupEnabled ? _enabled & ~_parked : 0;
        for (; mask != 0; mask &= mask - 1)
        {
            int index = BitOperations.TrailingZeroCount(mask);
            port.Apply(Home(index), new VirtualInterruptRequest(
                _first + (uint)index, ((effective >> index) & 1) != 0, Priority(index),
                ((_edge >> index) & 1) != 0));
        }
    }
}
