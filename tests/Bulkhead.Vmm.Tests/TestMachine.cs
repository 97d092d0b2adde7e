// SPDX-License-Identifier: MIT
using System.Numerics;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Vmm.Tests;

/// <summary>A machine with its surroundings, driven as the kernel drives it.</summary>
internal sealed class TestMachine
{
    public const ulong MemoryBase = 0x4000_0000, MemoryBytes = 0x1000_0000, Entry = 0x4020_0000,
        DeviceTree = 0x4800_0000;

    private Machine _machine;

    public TestMachine(uint vcpuCount = 1, params byte[] cpus)
    {
        VirtualMachineInfo info = new()
        {
            MemoryBase = MemoryBase,
            MemoryBytes = MemoryBytes,
            Entry = Entry,
            DeviceTree = DeviceTree,
            VcpuCount = vcpuCount,
        };
        cpus.CopyTo((Span<byte>)info.VcpuCpus);
        _machine.Initialize(in info);
    }

    public Outside Outside { get; } = new();

    public ref Machine Machine => ref _machine;

    public ExitReply Access(ulong address, int bytes, bool isWrite, ulong value = 0)
    {
        OutsidePort port = Outside.Port;
        return MmioBus.Access(ref _machine, ref port, address, Shape(bytes, isWrite), value);
    }

    public bool TryPeek(ulong address, int bytes, bool isWrite, out ulong value) =>
        MmioBus.TryPeek(ref _machine, address, Shape(bytes, isWrite), out value);

    public ulong Read(ulong address, int bytes = 4)
    {
        ExitReply reply = Access(address, bytes, false);
        Assert.Equal(ExitAction.Advance | ExitAction.SetRegister, (ExitAction)reply.Action);
        return reply.Value;
    }

    public void Write(ulong address, ulong value, int bytes = 4) =>
        Assert.Equal(ExitAction.Advance, (ExitAction)Access(address, bytes, true, value).Action);

    public Message Exit(ExitKind kind, uint vcpu, params ulong[] words)
    {
        var message = default(Message);
        words.CopyTo(message.Words);
        OutsidePort port = Outside.Port;
        ExitHandler.Handle(ref _machine, ref port, kind, vcpu, ref message);
        return message;
    }

    /// <summary>An access as the program makes it: by the short ways first.</summary>
    public ExitReply AccessShort(ulong address, int bytes, bool isWrite, ulong value)
    {
        if (TryPeek(address, bytes, isWrite, out ulong read)) return ExitReply.Read(read);
        return MmioBus.TryTransmit(ref _machine, address, Shape(bytes, isWrite), value)
            ? ExitReply.Written
            : Access(address, bytes, isWrite, value);
    }

    private static MmioAccess Shape(int bytes, bool isWrite) =>
        new((uint)BitOperations.Log2((uint)bytes), isWrite, true, true, 1);

    public ulong Attend()
    {
        OutsidePort port = Outside.Port;
        return _machine.Attend(ref port);
    }
}
