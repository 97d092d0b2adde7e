// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Ports;

/// <summary>How the interrupt-controller model reaches the virtual interrupts that the kernel
/// keeps.</summary>
public interface IInterruptPort
{
    /// <summary>Changes or reads one virtual interrupt of one virtual CPU.</summary>
    /// <param name="vcpu">Number of the virtual CPU.</param>
    /// <param name="request">What to do.</param>
    /// <returns>The state behind the change; inactive if the kernel refuses.</returns>
    VirtualInterruptState Apply(uint vcpu, VirtualInterruptRequest request);
}
