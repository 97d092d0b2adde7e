// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>The manager's selectors of one partition's objects; 0 where there is none.</summary>
public struct PartitionSlots
{
    /// <summary>Domain of the program.</summary>
    public uint Domain;

    /// <summary>Domain of the guest.</summary>
    public uint GuestDomain;

    /// <summary>Main thread.</summary>
    public uint MainThread;

    /// <summary>The main thread's scheduling context.</summary>
    public uint Scheduling;

    /// <summary>Server threads.</summary>
    public CpuTable Servers;

    /// <summary>Bodies of its threads, the main thread's first; none without declared
    /// threads.</summary>
    public ThreadTable Bodies;

    /// <summary>Carriers of declared threads; the main thread's is
    /// <see cref="MainThread"/>.</summary>
    public ThreadTable Carriers;

    /// <summary>The carriers' scheduling contexts.</summary>
    public ThreadTable Schedulings;

    /// <summary>Its wake-up semaphore.</summary>
    public uint Wakeup;

    /// <summary>Virtual CPUs.</summary>
    public VcpuTable Vcpus;

    /// <summary>Selectors by CPU.</summary>
    [InlineArray(Limits.CpusMax)]
    public struct CpuTable
    {
        private uint _element;
    }

    /// <summary>Selectors by thread.</summary>
    [InlineArray(1 + NativeLayout.ThreadsDeclaredMax)]
    public struct ThreadTable
    {
        private uint _element;
    }

    /// <summary>Virtual CPUs by number.</summary>
    [InlineArray(Limits.VcpusPerMachineMax)]
    public struct VcpuTable
    {
        private uint _element;
    }
}
