// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest.Tests;

/// <summary>PSCI 1.1 (DEN 0022): answers, errors, and a second processor that comes and goes.
/// </summary>
internal static class PsciTests
{
    private const ulong Version = 0x8400_0000, On = 0xc400_0003, On32 = 0x8400_0003;
    private const ulong AffinityInfo = 0xc400_0004, Features = 0x8400_000a;
    private const ulong Suspend = 0xc400_0001, MigrateType = 0x8400_0006;
    private const ulong IsOn = 0, IsOff = 1, RoundsMax = 200_000;

    private static Registers s_answer;

    internal static void Run()
    {
        Report.Equal("psci-version"u8, 0x1_0001, Firmware.Call(Version));
        Report.Equal("upper-half-is-ignored"u8, 0x1_0001,
            Firmware.Call(0xdead_beef_0000_0000 | Version));
        Report.Equal("migration"u8, 2, Firmware.Call(MigrateType));
        Report.Equal("feature-cpu-on"u8, 0, Firmware.Call(Features, On));
        Report.Equal("feature-system-suspend"u8, Firmware.NotSupported,
            Firmware.Call(Features, 0x8400_000e));
        Report.Equal("feature-nonsense"u8, Firmware.NotSupported, Firmware.Call(Features, 7));
        Errors();
        for (uint round = 0; round < 3; round++) Second(round);
    }

    private static void Errors()
    {
        ulong entry = Imports.SecondaryEntry();
        Report.Equal("already-on"u8, Firmware.AlreadyOn, Firmware.Call(On, 0, entry));
        Report.Equal(
            "no-such-processor"u8, Firmware.InvalidParameters, Firmware.Call(On, 2, entry));
        Report.Equal("affinity-with-bits"u8, Firmware.InvalidParameters,
            Firmware.Call(On, (1ul << 32) | 1, entry));
        Report.Equal("affinity-of-ones"u8, Firmware.InvalidParameters,
            Firmware.Call(On, ulong.MaxValue, entry));
        Report.Equal("entry-outside-memory"u8, Firmware.InvalidAddress,
            Firmware.Call(On, 1, 0x9000_0000));
        Report.Equal(
            "entry-misaligned"u8, Firmware.InvalidAddress, Firmware.Call(On, 1, entry + 2));
        Report.Equal("entry-of-ones"u8, Firmware.InvalidAddress,
            Firmware.Call(On, 1, ulong.MaxValue));
        Report.Equal("info-of-me"u8, IsOn, Firmware.Call(AffinityInfo, 0));
        Report.Equal("info-of-the-other"u8, IsOff, Firmware.Call(AffinityInfo, 1));
        Report.Equal(
            "info-of-nobody"u8, Firmware.InvalidParameters, Firmware.Call(AffinityInfo, 9));
        Report.Equal("info-of-a-level"u8, Firmware.InvalidParameters,
            Firmware.Call(AffinityInfo, 0, 1));
        Report.Equal("suspend-with-reserved-bits"u8, Firmware.InvalidParameters,
            Firmware.Call(Suspend, 0xffff_ffff));
    }

    private static void Second(uint round)
    {
        s_answer = default;
        ulong block = Imports.AddressOf(ref s_answer);
        // The 32-bit call ignores the upper halves of its arguments.
        ulong result = round == 1
            ? Firmware.Call(On32, (7ul << 32) | 1, Imports.SecondaryEntry(), block)
            : Firmware.Call(On, 1, Imports.SecondaryEntry(), block);
        Report.Equal("cpu-on"u8, 0, result);
        for (ulong wait = 0; wait < RoundsMax && Imports.Read64(block) == 0; wait++)
            Firmware.Call(Version);
        Report.Equal("it-runs"u8, 1, Imports.Read64(block));
        Report.Equal("its-affinity"u8, 0x8000_0001, Imports.Read64(block + 8));
        Report.Equal("its-mmu-is-off"u8, 0x30d0_0800, Imports.Read64(block + 16));
        for (ulong wait = 0; wait < RoundsMax
            && Firmware.Call(AffinityInfo, 1) != IsOff; wait++) { }
        Report.Equal("and-is-off-again"u8, IsOff, Firmware.Call(AffinityInfo, 1));
    }
}
