// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Tests.Description;

public sealed class SystemReaderTests : IDisposable
{
    private const string Good = """
        board: qemu-virt
        partitions:
          linux:
            vm: { kernel: debian:linux-image-cloud-arm64, initrd: debian:busybox,
                  cmdline: "console=ttyAMA0", cpus: 2, memory: 256 MiB }
            priority: 50
          control:
            native: samples/control
            memory: 2 MiB
            priority: 200
            period: 1 ms
            budget: 200 us
            argument: 7
          console:
            native: src/partitions/console
            devices: [ /pl011@9000000 ]
        channels:
          - { from: control, to: console, stream: log }
        """;

    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Reads_the_description_that_the_design_shows()
    {
        SystemModel model = _tree.Read(Good)!;

        Assert.Empty(_tree.Diagnostics);
        Assert.Equal(1UL << 30, model.MemorySize);
        VirtualMachineModel linux = Assert.IsType<VirtualMachineModel>(model.Partitions[0]);
        Assert.Equal("linux-image-cloud-arm64", Assert.IsType<DebianSource>(linux.Kernel).Package);
        Assert.Equal(new MemoryRange(0x4000_0000, 256 << 20), linux.Memory);
        Assert.Equal(2, linux.CpuCount);
        Assert.Equal("console=ttyAMA0", linux.CommandLine);
        Assert.Equal(Path.Combine(_tree.Root, "src/partitions/vmm/vmm.csproj"), linux.Monitor);
        NativePartitionModel control = Assert.IsType<NativePartitionModel>(model.Partitions[1]);
        Assert.Equal(new ScheduleModel(200, 1_000_000, 200_000), control.Schedule);
        Assert.Equal(7UL, control.Argument);
        NativePartitionModel console = Assert.IsType<NativePartitionModel>(model.Partitions[2]);
        Assert.Equal("/pl011@9000000", Assert.Single(console.Devices).Path);
        Assert.Equal(new ScheduleModel(100, 0, 0), console.Schedule);
        Assert.Equal(new ConsoleModel(2, 0, 0x01), model.Console);
        ChannelModel channel = Assert.Single(model.Channels);
        Assert.Equal((1, 2, StreamKind.Log), (channel.FromIndex, channel.ToIndex, channel.Stream));
    }

    [Theory]
    [InlineData("stream: log }", "from: console, to: control, stream: log }", "not the console")]
    [InlineData("stream: log }", "from: control, to: console, stream: terminal }", "second text")]
    public void Text_goes_to_the_console_once(string end, string added, string expected)
    {
        _tree.Read(Good.Replace(end, $"{end}\n  - {{ {added}", StringComparison.Ordinal));

        Diagnostic error = Assert.Single(_tree.Diagnostics);
        Assert.Equal(DiagnosticId.BadChannel, error.Id);
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_every_error_at_once_with_place_and_remedy()
    {
        SystemModel? model = _tree.Read("""
            board: qemu-vert
            partition: {}
            partitions:
              Linux:
                vm: { kernel: missing.bin, memory: 256 MB, cpus: 9 }
                prioriti: 50
              control:
                native: samples/nothing
                priority: 256
                period: 1 ms
                budget: 2 ms
            channels:
              - { from: control, to: consol, stream: log }
            """);

        Assert.Null(model);
        Assert.Equal(
            [
                (DiagnosticId.UnknownBoard, 1, 8),
                (DiagnosticId.UnknownKey, 2, 1),
                (DiagnosticId.BadName, 4, 3),
                (DiagnosticId.MissingFile, 5, 19),
                (DiagnosticId.BadSize, 5, 40),
                (DiagnosticId.BadNumber, 5, 54),
                (DiagnosticId.UnknownKey, 6, 5),
                (DiagnosticId.MissingProject, 8, 13),
                (DiagnosticId.BadNumber, 9, 15),
                (DiagnosticId.BadBudget, 11, 13),
                (DiagnosticId.UnknownPartition, 13, 26),
            ],
            _tree.Diagnostics.Sorted().Select(d => (d.Id, d.Mark.Line, d.Mark.Column)));
        Assert.All(_tree.Diagnostics, d => Assert.NotEmpty(d.Remedy));
        Assert.Contains(_tree.Diagnostics, d => d.Remedy == "did you mean `priority`?");
        Assert.Contains(_tree.Diagnostics, d => d.Remedy == "did you mean `qemu-virt`?");
        Assert.Contains(_tree.Diagnostics, d => d.Remedy == "did you mean `partitions`?");
    }

    [Theory]
    [InlineData("", DiagnosticId.EmptyValue)]
    [InlineData("board: [", DiagnosticId.YamlSyntax)]
    [InlineData("- 1", DiagnosticId.WrongKind)]
    [InlineData("board: qemu-virt\nboard: qemu-virt", DiagnosticId.DuplicateKey)]
    [InlineData("board: *nowhere", DiagnosticId.YamlSyntax)]
    [InlineData("board: qemu-virt", DiagnosticId.MissingKey)]
    [InlineData("board: qemu-virt\npartitions: {}", DiagnosticId.WrongKind)]
    [InlineData("board: {}\npartitions: {a: {native: samples/control}}", DiagnosticId.WrongKind)]
    [InlineData("board:\npartitions: {a: {native: samples/control}}", DiagnosticId.EmptyValue)]
    public void Refuses_a_malformed_description(string text, string id)
    {
        Assert.Null(_tree.Read(text));
        Assert.Contains(_tree.Diagnostics, d => d.Id == id);
    }

    [Theory]
    [InlineData("{ }", DiagnosticId.PartitionKind)]
    [InlineData("{ native: samples/control, vm: {kernel: kernel.bin, memory: 2 MiB} }",
        DiagnosticId.PartitionKind)]
    [InlineData("{ native: samples/control, devices: [ /pl011@9000001 ] }",
        DiagnosticId.UnknownDevice)]
    [InlineData("{ native: samples/control, devices: [ /intc@8000000 ] }",
        DiagnosticId.DeviceReserved)]
    [InlineData("{ native: samples/control, memory: 5 KiB }", DiagnosticId.BadSize)]
    [InlineData("{ native: samples/control, memory: 2 GiB }", DiagnosticId.BoardMemoryExhausted)]
    [InlineData("{ native: samples/control, budget: 1 ms }", DiagnosticId.BadBudget)]
    [InlineData("{ native: samples/control, period: 0 ms }", DiagnosticId.BadTime)]
    [InlineData("{ native: samples/control, period: 1 ms, budget: 1 ns }", DiagnosticId.BadTime)]
    [InlineData("{ vm: {kernel: kernel.bin, memory: 3 KiB} }", DiagnosticId.BadSize)]
    [InlineData("{ vm: {kernel: kernel.bin, memory: 4 MiB, base: 0x9010000} }",
        DiagnosticId.BadAddress)]
    [InlineData("{ vm: {kernel: kernel.bin, memory: 64 MiB, base: 0x8000000} }",
        DiagnosticId.MemoryOnDevice)]
    [InlineData("{ vm: {kernel: kernel.bin, memory: 4 MiB, base: 0x8000000000} }",
        DiagnosticId.BadAddress)]
    [InlineData("{ vm: {kernel: kernel.bin, memory: 4 MiB, kernel-format: raw} }",
        DiagnosticId.MissingKey)]
    [InlineData("{ vm: {kernel: kernel.bin, memory: 4 MiB, kernel-format: elf, load: 1} }",
        DiagnosticId.KeysConflict)]
    [InlineData("{ vm: {kernel: kernel.bin, memory: 4 MiB}, memory: 4 MiB }",
        DiagnosticId.KeysConflict)]
    [InlineData("{ vm: {kernel: kernel.bin, memory: 4 MiB}, period: 1 ms }",
        DiagnosticId.KeysConflict)]
    [InlineData("{ vm: {kernel: 'debian:NO', memory: 4 MiB} }", DiagnosticId.BadName)]
    [InlineData("{ vm: {kernel: kernel.bin, memory: 4 MiB, kernel-format: eld} }",
        DiagnosticId.BadWord)]
    [InlineData("{ vm: {kernel: kernel.bin, memory: 4 MiB, overlays: a.dts} }",
        DiagnosticId.WrongKind)]
    [InlineData("{ vm: {kernel: 'project:nowhere', memory: 4 MiB} }", DiagnosticId.MissingProject)]
    [InlineData("{ vm: {kernel: kernel.bin, initrd: 'project:samples/control', memory: 4 MiB} }",
        DiagnosticId.KeysConflict)]
    [InlineData("{ native: samples/control, devices: [ /fw-cfg@9020000 ] }",
        DiagnosticId.DeviceReserved)]
    [InlineData("[ 1 ]", DiagnosticId.WrongKind)]
    public void Refuses_a_wrong_partition(string partition, string id)
    {
        Assert.Null(_tree.Read($"board: qemu-virt\npartitions:\n  first: {partition}\n"));
        Assert.Contains(_tree.Diagnostics, d => d.Id == id && d.Mark.Line > 0);
    }

    [Theory]
    [InlineData("console: { server: linux }", DiagnosticId.NoConsole)]
    [InlineData("console: { focus: nobody }", DiagnosticId.UnknownPartition)]
    [InlineData("console: { escape: ctrl-c }", DiagnosticId.BadWord)]
    [InlineData("channels: { from: control }", DiagnosticId.WrongKind)]
    [InlineData("channels: [ { from: control, to: control, stream: log } ]",
        DiagnosticId.BadChannel)]
    [InlineData("""
        channels:
          - { from: control, to: linux, stream: log }
          - { from: control, to: linux, stream: log }
        """, DiagnosticId.BadChannel)]
    [InlineData("channels: [ { from: control, to: linux, stream: lag } ]", DiagnosticId.BadWord)]
    [InlineData("memory: 1 MiB", DiagnosticId.BadSize)]
    [InlineData("manager: nowhere", DiagnosticId.MissingProject)]
    public void Refuses_a_wrong_system(string addition, string id)
    {
        Assert.Null(_tree.Read($$"""
            board: qemu-virt
            partitions:
              linux: { vm: { kernel: kernel.bin, memory: 64 MiB } }
              control: { native: samples/control }
            {{addition}}
            """));
        Assert.Contains(_tree.Diagnostics, d => d.Id == id);
    }

    [Fact]
    public void Refuses_a_device_with_two_owners_and_devices_that_share_a_page()
    {
        Assert.Null(_tree.Read("""
            board: qemu-virt
            partitions:
              a: { native: samples/control, devices: [ /pl011@9000000, /virtio_mmio@a000000 ] }
              b: { native: samples/control, devices: [ /pl011@9000000, /virtio_mmio@a000200 ] }
            """));
        Assert.Equal(2, _tree.Diagnostics.Count(d => d.Id == DiagnosticId.DeviceOwnedTwice));
    }

    [Fact]
    public void Refuses_more_partitions_and_domains_than_the_kernel_has_room_for()
    {
        string many = string.Concat(Enumerable.Range(0, 17).Select(
            i => $"  vm{i}: {{ vm: {{ kernel: kernel.bin, memory: 2 MiB }} }}\n"));
        Assert.Null(_tree.Read("board: qemu-virt\npartitions:\n" + many));
        string[] messages = [.. _tree.Diagnostics.Where(d => d.Id == DiagnosticId.TooMany)
            .Select(d => d.Message)];
        Assert.Contains(messages, text => text.Contains("partitions", StringComparison.Ordinal));
        Assert.Contains(messages, text => text.Contains("domains", StringComparison.Ordinal));
    }

    [Fact]
    public void Warns_without_stopping()
    {
        SystemModel? model = _tree.Read("""
            board: qemu-virt
            partitions:
              a: { native: samples/control, period: 1 ms, budget: 900 us }
              b: { native: samples/control, period: 1 ms, budget: 900 us }
            """);

        Assert.NotNull(model);
        Assert.Null(model.Console);
        Assert.Equal(
            [DiagnosticId.ProcessorOvercommitted, DiagnosticId.NoConsole],
            _tree.Diagnostics.Select(d => d.Id).Order());
    }

    [Fact]
    public void An_empty_command_line_is_a_choice()
    {
        SystemModel model = _tree.Read("""
            board: qemu-virt
            partitions:
              a: { vm: { kernel: kernel.bin, memory: 2 MiB, cmdline: "" } }
              b: { vm: { kernel: kernel.bin, memory: 2 MiB, cmdline: } }
            """)!;
        Assert.All(model.VirtualMachines, machine => Assert.Empty(machine.CommandLine));
    }

    [Fact]
    public void Says_that_a_file_does_not_exist()
    {
        Assert.Null(Integration.Description.SystemReader.ReadFile(
            "/nowhere/x.yaml", _tree.Root, _tree.Diagnostics));
        Assert.Equal(DiagnosticId.FileUnreadable, Assert.Single(_tree.Diagnostics).Id);
        Assert.StartsWith("/nowhere/x.yaml: error BH0001:",
            Assert.Single(_tree.Diagnostics).ToString(), StringComparison.Ordinal);
    }
}
