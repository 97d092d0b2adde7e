// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Ports;

/// <summary>How the monitor reaches its virtual CPUs from outside their exits.</summary>
public interface IVcpuPort
{
    /// <summary>Makes a virtual CPU leave its guest, or start when it is off or about to be: an
    /// answer that turns it off may still be on its way to the kernel.</summary>
    /// <param name="vcpu">Number of the virtual CPU.</param>
    /// <returns>Whether the kernel knows such a virtual CPU.</returns>
    bool Recall(uint vcpu);
}
