// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Ports;

/// <summary>Everything outside the machine model: one type parameter instead of six.</summary>
public interface IMachinePort
    : IInterruptPort, IConsolePort, IClockPort, IVcpuPort, IMonitorPort, IBootPort
{
}
