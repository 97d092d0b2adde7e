// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Capacities that kernel, partitions and host tool share.</summary>
public static class Limits
{
    /// <summary>Bytes of a page.</summary>
    public const ulong PageBytes = 4096;

    /// <summary>Bits of a guest-physical address: 512 GiB.</summary>
    public const int GuestAddressBits = 39;

    /// <summary>Slots of a capability space; slot 0 stays empty.</summary>
    public const int SelectorsMax = 256;

    /// <summary>Protection domains, the partition manager's included.</summary>
    public const int DomainsMax = 24;

    /// <summary>Partitions of a system image (a virtual machine is one).</summary>
    public const int PartitionsMax = 16;

    /// <summary>Virtual CPUs of one virtual machine.</summary>
    public const int VcpusPerMachineMax = 8;

    /// <summary>Virtual interrupt ids that a virtual CPU knows: 0 to 255.</summary>
    public const int VirtualInterruptsMax = 256;

    /// <summary>CPUs.</summary>
    public const int CpusMax = 8;

    /// <summary>Time partitions, the background's 0 included.</summary>
    public const int TimePartitionsMax = 16;

    /// <summary>Schedules that can be switched between.</summary>
    public const int SchedulesMax = 4;

    /// <summary>Windows of a schedule, those of all CPUs together.</summary>
    public const int FrameWindowsMax = 32;

    /// <summary>Inline words of a message.</summary>
    public const int InlineWords = 8;
}
