// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Vmm.Boot;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm;

/// <summary>The outside as it is on the target: hypercalls and portals.</summary>
public struct KernelPort : IMachinePort
{
    private const int RoundsMax = 1000;

    private Outgoing _outgoing;

    /// <inheritdoc/>
    public ulong NowTicks => Native.Clock.Now;

    /// <inheritdoc/>
    public ulong FrequencyHz => Native.Clock.Frequency is 0 ? 1 : Native.Clock.Frequency;

    /// <inheritdoc/>
    public Span<ulong> Registers => Utcb.Words;

    /// <inheritdoc/>
    public VirtualInterruptState Apply(uint vcpu, VirtualInterruptRequest request)
    {
        CallResult result = Kernel.VirtualInterrupt(Selectors.Vcpu + vcpu, request);
        return result.IsSuccess
            ? (VirtualInterruptState)result.Value
            : VirtualInterruptState.Inactive;
    }

    /// <inheritdoc/>
    /// <remarks>Through the UTCB page: this server's callers send nothing in it that had to be
    /// kept.</remarks>
    public void Write(ReadOnlySpan<byte> text)
    {
        // On another CPU than the console's there may be no room for a moment. Waiting for it costs
        // the guest alone, but not for ever: the last time what finds no room is lost.
        for (int round = 1; !text.IsEmpty && round <= RoundsMax; round++)
        {
            ConsoleProtocol way =
                round < RoundsMax ? ConsoleProtocol.WriteSome : ConsoleProtocol.Write;
            if (!TryWrite(text, way, out int taken)) return;
            text = text.Slice(taken);
            if (!text.IsEmpty) Kernel.Yield();
        }
    }

    // Without a console the output is lost: there is nobody to tell.
    private bool TryWrite(ReadOnlySpan<byte> text, ConsoleProtocol way, out int taken)
    {
        taken = 0;
        Span<byte> page = Utcb.Bytes;
        if (text.Length > page.Length) text = text.Slice(0, page.Length);
        text.CopyTo(page);
        uint words = ((uint)text.Length + sizeof(ulong) - 1) / sizeof(ulong);
        _outgoing.Begin((uint)way, words);
        _outgoing[0] = (uint)text.Length;
        if (!_outgoing.TryCall(Portal.Console)) return false;
        taken = (int)Math.Min(_outgoing[0], (uint)text.Length);
        return true;
    }

    /// <inheritdoc/>
    public int Read(Span<byte> text)
    {
        _outgoing.Begin((uint)ConsoleProtocol.Read, 0);
        if (!_outgoing.TryCall(Portal.Console)) return 0;
        ulong count = _outgoing[0];
        if (count > IConsolePort.ReadBytesMax || count > (ulong)text.Length) return 0;
        _outgoing.Bytes.Slice(0, (int)count).CopyTo(text);
        return (int)count;
    }

    /// <inheritdoc/>
    public bool Recall(uint vcpu) => Kernel.Recall(Selectors.Vcpu + vcpu).IsSuccess;

    /// <inheritdoc/>
    public void Wake() => _ = Semaphore.Wakeup.Up();

    /// <inheritdoc/>
    public bool LoadPayloads() => PayloadCopier.CopyAll();

    /// <inheritdoc/>
    public void ReportEnd(GuestEnd end, ulong address, ulong syndrome, ulong pc)
    {
        _outgoing.Begin((uint)ManagerProtocol.GuestEnded, 0);
        _outgoing[0] = (ulong)end;
        _outgoing[1] = address;
        _outgoing[2] = syndrome;
        _outgoing[3] = pc;
        _ = _outgoing.TryCall(Portal.Manager);
    }
}
