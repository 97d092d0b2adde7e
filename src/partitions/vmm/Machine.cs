// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Vmm.Devices;
using Bulkhead.Vmm.Faults;
using Bulkhead.Vmm.Gic;
using Bulkhead.Vmm.Ports;
using Bulkhead.Vmm.Registers;
using Bulkhead.Vmm.Timing;
using Bulkhead.Vmm.Uart;

namespace Bulkhead.Vmm;

/// <summary>All state of the virtual machine that is not the kernel's. Only server threads touch
/// it, one at a time.</summary>
public struct Machine
{
    /// <summary>Power states of the virtual CPUs.</summary>
    public VcpuTable Vcpus;

    /// <summary>Where the guest's memory is.</summary>
    public GuestMemoryRange Memory;

    /// <summary>The UART.</summary>
    public UartDevice Uart;

    /// <summary>The interrupt controller.</summary>
    public InterruptController Interrupts;

    /// <summary>The real-time clock.</summary>
    public RealTimeClock Clock;

    /// <summary>The EL1 physical timers.</summary>
    public PhysicalTimers Timers;

    /// <summary>ID registers that the guest has read.</summary>
    public IdentificationCache Identification;

    /// <summary>Reports of what the guest does wrong.</summary>
    public FaultReport Faults;

    /// <summary>Whether the guest's payloads are in its memory.</summary>
    public bool HasPayloads;

    private bool _isUartRaised;

    /// <summary>Whether <see cref="Initialize"/> ran.</summary>
    public bool IsInitialized { get; private set; }

    /// <summary>Whether server threads of several CPUs share the machine.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Whether the guest ended: no virtual CPU runs again.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Prepares the reset state.</summary>
    /// <param name="info">What the machine has.</param>
    /// <param name="cpu">CPU of the monitor's main thread.</param>
    public void Initialize(in VirtualMachineInfo info, uint cpu = 0)
    {
        IsInitialized = true;
        for (int vcpu = 0; vcpu < Limits.VcpusPerMachineMax && vcpu < info.VcpuCount; vcpu++)
            IsShared |= info.VcpuCpus[vcpu] != cpu;
        Memory = new GuestMemoryRange(info.MemoryBase, info.MemoryBytes);
        Vcpus.Initialize(info.VcpuCount, info.Entry, info.DeviceTree);
        Interrupts.Initialize(Vcpus.Count);
        Uart.Initialize();
    }

    /// <summary>The main thread calls: input may have arrived, or a deadline passed.</summary>
    /// <typeparam name="TPort">The outside.</typeparam>
    /// <param name="port">The outside.</param>
    /// <returns>The counter value at which it must call again, all ones: none.</returns>
    public ulong Attend<TPort>(ref TPort port) where TPort : struct, IMachinePort
    {
        ulong output = Uart.Attend(ref port);
        UpdateLines(ref port);
        ulong timer = Timers.Attend(ref port);
        return timer < output ? timer : output;
    }

    /// <summary>Passes the UART's interrupt output on when it changed.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    public void UpdateLines<TPort>(ref TPort port) where TPort : struct, IMachinePort
    {
        bool isRaised = Uart.IsInterruptRaised;
        if (isRaised == _isUartRaised) return;
        _isUartRaised = isRaised;
        Interrupts.SetLine(ref port, GuestMap.UartInterrupt, isRaised);
    }

    /// <summary>Ends the guest: its last output goes out, the manager learns it, every virtual CPU
    /// is turned off.</summary>
    /// <typeparam name="TPort">The outside.</typeparam>
    /// <param name="port">The outside.</param>
    /// <param name="ender">Virtual CPU that ends it; its exit's answer turns it off.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="fault">The last fault, all zero if it was none.</param>
    public void End<TPort>(ref TPort port, uint ender, GuestEnd end, in GuestFault fault)
        where TPort : struct, IMachinePort
    {
        if (HasEnded) return;
        HasEnded = true;
        Uart.Flush(ref port);
        port.ReportEnd(end, fault.Virtual, fault.Syndrome, fault.Pc);
        // Those that run come back with a recall and are turned off then.
        for (uint vcpu = 0; vcpu < Vcpus.Count; vcpu++)
        {
            if (vcpu != ender && Vcpus[vcpu].State == VcpuState.On) port.Recall(vcpu);
            Vcpus[vcpu].State = VcpuState.Off;
        }
    }
}
