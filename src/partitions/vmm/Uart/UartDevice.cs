// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Uart;

/// <summary>
/// The UART with its line: output is gathered into lines for the console, typed input is fetched
/// from the console when the guest has room for it.
/// </summary>
public struct UartDevice
{
    /// <summary>How long output without a line end may wait, as a fraction of a second: 2
    /// ms.</summary>
    public const uint FlushesPerSecond = 500;

    /// <summary>Deadline of nothing that waits.</summary>
    public const ulong NoDeadline = ulong.MaxValue;

    private Pl011 _registers;
    private TransmitBuffer _transmit;
    private InputStage _input;
    private ulong _flushDeadlineTicks;
    private bool _isFlushArmed;
    private bool _mayHaveInput;
    private bool _isInsideLine;

    /// <summary>Prepares the reset state.</summary>
    public void Initialize()
    {
        _registers.Initialize();
        _mayHaveInput = true;
    }

    /// <summary>The interrupt output.</summary>
    public bool IsInterruptRaised => _registers.IsInterruptRaised;

    /// <summary>Reads a register whose reading changes nothing.</summary>
    /// <param name="word">A quarter of its offset, 1 to <see cref="UartRegisterFile.WordsMax"/> -
    /// 1.</param>
    /// <returns>The register.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Peek(uint word) => _registers.Peek(word);

    /// <summary>Reads.</summary>
    /// <typeparam name="TPort">Console, clock and main thread.</typeparam>
    /// <param name="port">Console, clock and main thread.</param>
    /// <param name="offset">0 to 0xffc, a multiple of 4.</param>
    /// <returns>The register.</returns>
    public uint Read<TPort>(ref TPort port, uint offset) where TPort : struct, IMachinePort
    {
        uint value = _registers.Read(offset);
        if (offset == UartRegister.Data && _registers.IsReceiveEmpty) FetchInput(ref port);
        return value;
    }

    /// <summary>Writes.</summary>
    /// <typeparam name="TPort">Console, clock and main thread.</typeparam>
    /// <param name="port">Console, clock and main thread.</param>
    /// <param name="offset">0 to 0xffc, a multiple of 4.</param>
    /// <param name="value">The value.</param>
    public void Write<TPort>(ref TPort port, uint offset, uint value)
        where TPort : struct, IMachinePort
    {
        if (offset == UartRegister.Data)
        {
            if (_registers.Transmit((byte)value)) Transmit(ref port, (byte)value);
            return;
        }
        _registers.Write(offset, value);
        // Another FIFO depth or the end of loopback makes room for input.
        if (offset == UartRegister.LineControl || offset == UartRegister.Control)
            FetchInput(ref port);
    }

    /// <summary>Transmits a byte in the common case that nothing follows from it: no console call,
    /// no deadline, no interrupt.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>Whether it was so; else nothing happened.</returns>
    public bool TryTransmit(byte value)
    {
        if (!_registers.IsTransmitQuiet || !_transmit.TryAddInside(value)) return false;
        _registers.NoteTransmitted();
        return true;
    }

    /// <summary>The main thread calls: input may have arrived, or the flush deadline
    /// passed.</summary>
    /// <typeparam name="TPort">Console, clock and main thread.</typeparam>
    /// <param name="port">Console, clock and main thread.</param>
    /// <returns>The counter value at which it must call again, <see cref="NoDeadline"/>:
    /// none.</returns>
    public ulong Attend<TPort>(ref TPort port) where TPort : struct, IMachinePort
    {
        _mayHaveInput = true;
        if (_registers.CanReceive) FetchInput(ref port);
        if (_transmit.Count != 0)
        {
            if (port.NowTicks < _flushDeadlineTicks) return _flushDeadlineTicks;
            Flush(ref port);
        }
        _isFlushArmed = false;
        return NoDeadline;
    }

    /// <summary>Writes out what waits.</summary>
    /// <typeparam name="TPort">Console.</typeparam>
    /// <param name="port">Console.</param>
    public void Flush<TPort>(ref TPort port) where TPort : struct, IConsolePort
    {
        if (_transmit.Count == 0) return;
        _isInsideLine = _transmit.Bytes[_transmit.Count - 1] != (byte)'\n';
        port.Write(_transmit.Bytes);
        _transmit.Clear();
    }

    /// <summary>Writes a line of the monitor's own between the guest's.</summary>
    /// <typeparam name="TPort">Console.</typeparam>
    /// <param name="port">Console.</param>
    /// <param name="line">The text with its line end.</param>
    public void WriteLine<TPort>(ref TPort port, System.ReadOnlySpan<byte> line)
        where TPort : struct, IConsolePort
    {
        Flush(ref port);
        if (_isInsideLine) port.Write("\n"u8);
        _isInsideLine = false;
        port.Write(line);
    }

    private void Transmit<TPort>(ref TPort port, byte value) where TPort : struct, IMachinePort
    {
        if (_transmit.Add(value)) Flush(ref port);
        else if (_transmit.Count == 1) ArmFlush(ref port);
    }

    private void ArmFlush<TPort>(ref TPort port) where TPort : struct, IMachinePort
    {
        _flushDeadlineTicks = port.NowTicks + (port.FrequencyHz / FlushesPerSecond);
        // While the main thread waits for an earlier deadline it comes back by itself and learns
        // this one.
        if (_isFlushArmed) return;
        _isFlushArmed = true;
        port.Wake();
    }

    private void FetchInput<TPort>(ref TPort port) where TPort : struct, IMachinePort
    {
        bool hasReceived = false;
        while (_registers.CanReceive)
        {
            if (_input.IsEmpty && !Refill(ref port)) break;
            _registers.Receive(_input.Take());
            hasReceived = true;
        }
        if (hasReceived) _registers.ReceiveIdle();
    }

    private bool Refill<TPort>(ref TPort port) where TPort : struct, IMachinePort
    {
        if (!_mayHaveInput) return false;
        _input.Filled(port.Read(_input.Room));
        // The console raises the wake-up semaphore for what is typed from now on.
        if (_input.IsEmpty) _mayHaveInput = false;
        return !_input.IsEmpty;
    }
}
