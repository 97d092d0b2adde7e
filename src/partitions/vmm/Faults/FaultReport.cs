// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Vmm.Ports;
using Bulkhead.Vmm.Uart;

namespace Bulkhead.Vmm.Faults;

/// <summary>Says on the guest's console what the guest did wrong, a limited number of
/// times.</summary>
public struct FaultReport
{
    private ReportLimiter _limiter;
    private TextBuffer _line;
    private ulong _count;

    /// <summary>Accesses and faults so far, reported or not.</summary>
    public readonly ulong Count => _count;

    /// <summary>Reports an access to an address that belongs to no device.</summary>
    /// <typeparam name="TPort">The outside.</typeparam>
    /// <param name="port">The outside.</param>
    /// <param name="uart">The guest's console.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <param name="access">The access.</param>
    public void ReportAccess<TPort>(
        ref TPort port, ref UartDevice uart, ulong address, MmioAccess access)
        where TPort : struct, IMachinePort
    {
        if (!TryBegin(ref port)) return;
        _line.Append("the guest touches what it does not own: "u8);
        if (access.IsWrite) _line.Append("write of "u8);
        else _line.Append("read of "u8);
        _line.AppendDecimal(access.Bytes);
        _line.Append(" bytes at "u8);
        _line.AppendHex(address);
        Finish(ref port, ref uart);
    }

    /// <summary>Reports a fault that cannot be decoded.</summary>
    /// <typeparam name="TPort">The outside.</typeparam>
    /// <param name="port">The outside.</param>
    /// <param name="uart">The guest's console.</param>
    /// <param name="fault">The fault.</param>
    public void ReportFault<TPort>(ref TPort port, ref UartDevice uart, in GuestFault fault)
        where TPort : struct, IMachinePort
    {
        if (!TryBegin(ref port)) return;
        if (fault.IsInstructionFetch)
            _line.Append("the guest fetches instructions from nowhere: "u8);
        else if (fault.IsAbort)
            _line.Append("the guest makes an access that cannot be emulated: "u8);
        else _line.Append("the guest uses a feature that it does not have: "u8);
        _line.Append("address "u8);
        _line.AppendHex(fault.GuestPhysical);
        _line.Append(", virtual "u8);
        _line.AppendHex(fault.Virtual);
        _line.Append(", syndrome "u8);
        _line.AppendHex(fault.Syndrome);
        _line.Append(", pc "u8);
        _line.AppendHex(fault.Pc);
        Finish(ref port, ref uart);
    }

    /// <summary>Reports that a payload does not fit into the guest's memory.</summary>
    /// <typeparam name="TPort">The outside.</typeparam>
    /// <param name="port">The outside.</param>
    /// <param name="uart">The guest's console.</param>
    public void ReportPayload<TPort>(ref TPort port, ref UartDevice uart)
        where TPort : struct, IMachinePort
    {
        if (!TryBegin(ref port)) return;
        _line.Append("a payload does not fit into the guest's memory"u8);
        Finish(ref port, ref uart);
    }

    private bool TryBegin<TPort>(ref TPort port) where TPort : struct, IClockPort
    {
        _count++;
        if (!_limiter.Allows(port.NowTicks, port.FrequencyHz)) return false;
        _line.Clear();
        _line.Append("vmm: "u8);
        return true;
    }

    private void Finish<TPort>(ref TPort port, ref UartDevice uart)
        where TPort : struct, IMachinePort
    {
        uint suppressed = _limiter.TakeSuppressed();
        if (suppressed != 0)
        {
            _line.Append(" ("u8);
            _line.AppendDecimal(suppressed);
            _line.Append(" more not shown)"u8);
        }
        _line.EndLine();
        uart.WriteLine(ref port, _line.Text);
    }
}
