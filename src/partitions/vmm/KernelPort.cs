// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Vmm.Boot;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm;

/// <summary>The outside as it is on the target: hypercalls and portals. No state.</summary>
public struct KernelPort : IMachinePort
{
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
        Span<byte> page = Utcb.Bytes;
        if (text.Length > page.Length) text = text.Slice(0, page.Length);
        text.CopyTo(page);
        uint words = ((uint)text.Length + sizeof(ulong) - 1) / sizeof(ulong);
        var message = default(Message);
        message.Descriptor = new MessageDescriptor((uint)ConsoleProtocol.Write, words);
        message.Words[0] = (uint)text.Length;
        // Without a console the output is lost: there is nobody to tell.
        _ = Portal.Console.Call(ref message);
    }

    /// <inheritdoc/>
    public int Read(Span<byte> text)
    {
        var message = new Message((uint)ConsoleProtocol.Read);
        if (!Portal.Console.Call(ref message).IsSuccess) return 0;
        ulong count = message.Words[0];
        if (count > IConsolePort.ReadBytesMax || count > (ulong)text.Length) return 0;
        message.Bytes.Slice(0, (int)count).CopyTo(text);
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
        var message = new Message((uint)ManagerProtocol.GuestEnded);
        message.Words[0] = (ulong)end;
        message.Words[1] = address;
        message.Words[2] = syndrome;
        message.Words[3] = pc;
        _ = Portal.Manager.Call(ref message);
    }
}
