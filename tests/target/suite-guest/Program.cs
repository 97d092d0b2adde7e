// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Suite.Guest.Tests;

namespace Bulkhead.Suite.Guest;

/// <summary>Runs every test, then powers the virtual machine off.</summary>
public static class Program
{
    /// <summary>The first virtual CPU, its MMU on.</summary>
    /// <param name="deviceTree">Address of the device tree.</param>
    [RuntimeExport("guest_main")]
    public static void Main(ulong deviceTree)
    {
        Gic.Initialize();
        Imports.Expect(Exceptions.StepOver);
        // "d00dfeed", big-endian.
        Report.Equal("device-tree"u8, 0xedfe_0dd0, Imports.Read32(deviceTree));
        // With more than two virtual CPUs there is one thing to do with them.
        if (HammerTests.HasMany)
        {
            HammerTests.Run();
            Report.Finish();
            return;
        }
        PsciTests.Run();
        HypercallTests.Run();
        AddressTests.Run();
        DecodeTests.Run();
        UndefinedTests.Run();
        IdentificationTests.Run();
        RegisterTests.Run();
        Gic.Initialize();
        GicTests.Run();
        Gic.Initialize();
        PendingTests.Run();
        TimerTests.Run();
        Gic.Initialize();
        LeftTimerTests.Run();
        HammerTests.Run();
        Gic.Initialize();
        UartTests.Run();
        VectorTests.Run();
        Report.Finish();
    }

    /// <summary>An interrupt.</summary>
    [RuntimeExport("guest_interrupt")]
    public static void Interrupt() => Gic.Take();

    /// <summary>An exception that nobody expects; the guest is powered off behind it.</summary>
    /// <param name="syndrome">ESR_EL1.</param>
    /// <param name="address">ELR_EL1.</param>
    /// <param name="fault">FAR_EL1.</param>
    [RuntimeExport("guest_fault")]
    public static void Fault(ulong syndrome, ulong address, ulong fault) =>
        Report.Crash(syndrome, address, fault);
}
