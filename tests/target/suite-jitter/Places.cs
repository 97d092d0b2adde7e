// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Jitter;

/// <summary>Selectors and addresses of the suite.</summary>
internal static class Places
{
    /// <summary>Where the measuring domain and the root see the blocks of the measuring
    /// threads.</summary>
    internal const ulong Blocks = 0x0500_0000;

    /// <summary>Bytes of the blocks: each in a page of its own, the histogram between.</summary>
    internal const ulong BlocksBytes = 0x2_0000;

    /// <summary>Offset of the histogram in the blocks; measure.S knows it, too.</summary>
    internal const ulong HistogramOffset = 0x1000;

    /// <summary>Buckets of the histogram, one for each tick; the last one takes what is
    /// above.</summary>
    internal const int BucketsMax = 8192;

    /// <summary>Offset of the control thread's block.</summary>
    internal const ulong ControlOffset = 0x1_1000;

    /// <summary>Where attackers and the root see the attackers' count.</summary>
    internal const ulong Counter = 0x0510_0000;

    /// <summary>Offset of its page in the memory.</summary>
    internal const ulong CounterOffset = 0x2_0000;

    /// <summary>Where the UART's registers are seen; its data register is the first.</summary>
    internal const ulong UartAddress = 0x0900_0000;

    /// <summary>Domain of the measuring threads.</summary>
    internal const uint MeasuringDomain = 200;

    /// <summary>Domain of native attackers.</summary>
    internal const uint AttackDomain = 201;

    /// <summary>Domain of guests.</summary>
    internal const uint GuestDomain = 202;

    /// <summary>The server thread for faults, exits and calls.</summary>
    internal const uint Server = 203;

    /// <summary>Portal into it for faults.</summary>
    internal const uint FaultPortal = 204;

    /// <summary>Portal into it for calls.</summary>
    internal const uint EchoPortal = 205;

    /// <summary>A semaphore that nobody raises.</summary>
    internal const uint Nobody = 206;

    /// <summary>Starts the victim.</summary>
    internal const uint Go = 207;

    /// <summary>Tells that the victim has seen all its windows.</summary>
    internal const uint Done = 208;

    /// <summary>Raised by the UART's interrupt.</summary>
    internal const uint Raised = 209;

    /// <summary>The measuring threads, each followed by its scheduling context.</summary>
    internal const uint Victim = 210, Control = 212;

    /// <summary>The attacker and its scheduling context.</summary>
    internal const uint Attacker = 214, AttackerTime = 215;

    /// <summary>First of the portals for a guest's exits.</summary>
    internal const uint FirstExitPortal = 216;

    /// <summary>First of the threads that attack together with the attacker, each followed by its
    /// scheduling context.</summary>
    internal const uint Crowd = 230;

    /// <summary>Number of them: as many as there are selectors for.</summary>
    internal const uint CrowdCount = 12;

    /// <summary>Selector of the virtual machine's memory in the description, here the suite's.
    /// </summary>
    internal static uint Memory { get; private set; }

    /// <summary>Selector of the UART's registers.</summary>
    internal static uint Uart { get; private set; }

    /// <summary>Finds memory and device among what the kernel handed over.</summary>
    /// <param name="image">Address of the system image.</param>
    internal static void Initialize(ulong image)
    {
        RootImage whole = new(image);
        Memory = whole.Memory;
        Uart = whole.Device;
    }
}
