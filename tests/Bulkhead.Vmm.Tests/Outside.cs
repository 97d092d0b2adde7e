// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Tests;

/// <summary>Everything around the machine model: a naive kernel, console, clock and manager that
/// remember what they were asked for.</summary>
internal sealed class Outside
{
    public const int VcpusMax = Limits.VcpusPerMachineMax;

    private readonly FakeInterrupt[] _interrupts = Enumerable
        .Range(0, VcpusMax * Limits.VirtualInterruptsMax)
        .Select(_ => new FakeInterrupt())
        .ToArray();

    public List<byte[]> Writes { get; } = [];

    public Queue<byte> Input { get; } = [];

    public List<uint> Recalled { get; } = [];

    public List<(GuestEnd End, ulong Address, ulong Syndrome, ulong Pc)> Ends { get; } = [];

    public ulong[] Registers { get; } = new ulong[MessageDescriptor.WordsMax];

    public ulong NowTicks { get; set; } = 1_000_000;

    public ulong FrequencyHz { get; set; } = 62_500_000;

    public int WakeCount { get; set; }

    public int ReadCount { get; set; }

    public int RequestCount { get; set; }

    public int LoadCount { get; set; }

    public bool CanRecall { get; set; } = true;

    public bool DoPayloadsFit { get; set; } = true;

    public string Text => Encoding.Latin1.GetString(Writes.SelectMany(bytes => bytes).ToArray());

    public OutsidePort Port => new(this);

    public FakeInterrupt Interrupt(uint vcpu, uint interrupt) =>
        _interrupts[(vcpu * Limits.VirtualInterruptsMax) + interrupt];

    public void Type(string text)
    {
        foreach (char letter in text) Input.Enqueue((byte)letter);
    }
}
