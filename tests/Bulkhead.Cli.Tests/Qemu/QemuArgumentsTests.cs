// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Qemu;

namespace Bulkhead.Cli.Tests.Qemu;

public sealed class QemuArgumentsTests
{
    private static readonly QemuOptions s_options = new("x.img", 1 << 30);

    [Fact]
    public void Makes_a_machine_that_boots_at_el2()
    {
        string line = string.Join(' ', QemuArguments.Make(s_options));
        Assert.Equal("-machine virt,virtualization=on,gic-version=3 -cpu cortex-a72 -smp 1 "
            + "-m 1024M -nodefaults -display none -no-reboot -serial stdio -kernel x.img", line);
    }

    [Fact]
    public void Passes_the_users_choices_on()
    {
        string line = string.Join(' ', QemuArguments.Make(s_options with
        {
            CpuCount = 2,
            InstructionCount = "shift=0",
            WaitsForDebugger = true,
            DebugPort = 99,
            Extra = ["-d", "int"],
        }));
        Assert.EndsWith("-icount shift=0 -S -gdb tcp:127.0.0.1:99 -d int", line,
            StringComparison.Ordinal);
        Assert.Contains("-smp 2", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("max", "max,pauth-impdef=on")]
    [InlineData("max,sve=off", "max,sve=off,pauth-impdef=on")]
    [InlineData("max,pauth=off", "max,pauth=off")]
    [InlineData("cortex-a57", "cortex-a57")]
    public void Spares_the_slow_pointer_authentication(string asked, string given) =>
        Assert.Contains(given, QemuArguments.Make(s_options with { Cpu = asked }));

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("  -d  int ", new[] { "-d", "int" })]
    [InlineData("-a 'b c' \"d'e\" ''", new[] { "-a", "b c", "d'e", "" })]
    public void Splits_as_a_shell_does(string text, string[] parts) =>
        Assert.Equal(parts, QemuArguments.Split(text));

    [Fact]
    public void Refuses_an_open_quote() =>
        Assert.Throws<FormatException>(() => QemuArguments.Split("'a"));
}
