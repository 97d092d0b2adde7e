// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Tests;

/// <summary>The machine model's way to an <see cref="Outside"/>.</summary>
internal readonly struct OutsidePort(Outside outside) : IMachinePort
{
    public ulong NowTicks => outside.NowTicks;

    public ulong FrequencyHz => outside.FrequencyHz;

    public Span<ulong> Registers => outside.Registers;

    public VirtualInterruptState Apply(uint vcpu, VirtualInterruptRequest request)
    {
        outside.RequestCount++;
        return outside.Interrupt(vcpu, request.Interrupt).Apply(request);
    }

    public void Write(ReadOnlySpan<byte> text) => outside.Writes.Add(text.ToArray());

    public int Read(Span<byte> text)
    {
        outside.ReadCount++;
        int count = 0;
        while (count < IConsolePort.ReadBytesMax && outside.Input.TryDequeue(out byte value))
            text[count++] = value;
        return count;
    }

    public bool Recall(uint vcpu)
    {
        if (outside.CanRecall) outside.Recalled.Add(vcpu);
        return outside.CanRecall;
    }

    public void Wake() => outside.WakeCount++;

    public void ReportEnd(GuestEnd end, ulong address, ulong syndrome, ulong pc) =>
        outside.Ends.Add((end, address, syndrome, pc));

    public bool LoadPayloads()
    {
        outside.LoadCount++;
        return outside.DoPayloadsFit;
    }
}
