// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Cli.Scripting;
using Bulkhead.Cli.Testing;

namespace Bulkhead.Cli.Tests.Testing;

public sealed class ScriptFileTests
{
    [Fact]
    public void Reads_every_word()
    {
        ScriptFile script = ScriptFile.Parse("""
            # logs in
            system systems/x.yaml
            timeout 9
            partition linux
            cpu max cortex-a57
            icount
            firmware u-boot
            records suite canary
            seen fault at 0x0, pc
            never alarm fire
            mutate 9 3
            ends
            qemu -d 'a b'
            damage flip 0x10
            expect ^# $

            send ls -l\n
            """);
        Assert.Equal(("systems/x.yaml", 9.0, "linux"), (script.System,
            script.Timeout.TotalSeconds, script.Partition!));
        Assert.Equal(["max", "cortex-a57"], script.Cpus);
        Assert.Equal(["suite", "canary"], script.Records);
        Assert.Equal([("no-kernel-panic", false), ("fault", true), ("alarm", false)],
            script.Sightings.Select(sighting => (sighting.Name, sighting.IsWanted)));
        Assert.Equal(new ImageMutations(9, 3), script.Mutations);
        Assert.True(script.CountsInstructions && script.Firmware == "u-boot" && script.Ends);
        Assert.Equal(["-d", "a b"], script.QemuArguments);
        Assert.Equal(new ImageDamage("flip", 16, 0xff), script.Damage);
        Assert.Equal("^# $", Assert.IsType<ExpectStep>(script.Steps[0]).Text);
        Assert.Equal("ls -l\n"u8.ToArray(), Assert.IsType<SendStep>(script.Steps[1]).Bytes);
    }

    [Fact]
    public void Firmware_may_be_of_the_tree() => Assert.Equal(
        "tests/x/firmware.S", ScriptFile.Parse("firmware tests/x/firmware.S\nends").Firmware);

    [Theory]
    [InlineData("expect (", "line 1")]
    [InlineData("expect x\njump y", "line 2")]
    [InlineData("timeout soon\nexpect x", "line 1")]
    [InlineData("damage all\nexpect x", "line 1")]
    [InlineData("firmware x\nexpect x", "line 1")]
    [InlineData("mutate 3\nends", "line 1")]
    [InlineData("seen x\nends", "line 1")]
    [InlineData("timeout 3", "expects nothing")]
    public void Refuses_a_wrong_line_and_names_it(string text, string part) => Assert.Contains(
        part, Assert.Throws<FormatException>(() => ScriptFile.Parse(text)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Damages_only_the_system_image()
    {
        byte[] file = new byte[200];
        file[8 + 56] = 100;
        Assert.Same(file, ImageDamage.None.Apply(file, 8));
        Assert.Equal(0xff, ImageDamage.Parse("flip 3").Apply(file, 8)[11]);
        Assert.Equal(4, ImageDamage.Parse("flip 3 4").Apply(file, 8)[11]);
        Assert.Equal(108, ImageDamage.Parse("truncate 100").Apply(file, 8).Length);
        Assert.Equal(7, ImageDamage.Parse("word 60 7").Apply(file, 8)[68]);
        byte[] forged = ImageDamage.Parse("forge 60 7").Apply(file, 8);
        byte[] image = forged[8..108];
        ulong hash = BitConverter.ToUInt64(image, 40);
        image.AsSpan(40, 8).Clear();
        Assert.Equal(Hash64.Compute(image), hash);
        Assert.Equal(0, file[68]);
    }
}
