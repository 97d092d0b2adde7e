// SPDX-License-Identifier: MIT
using Bulkhead.Integration.DeviceTree;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;
using Bulkhead.Integration.Packages;
using Bulkhead.Integration.Tests.Elf;
using Bulkhead.Integration.Tests.Packages;

namespace Bulkhead.Integration.Tests.Layout;

public sealed class GuestPreparerTests : IDisposable
{
    private readonly TestTree _tree = new();
    private readonly ScriptedRunner _runner;
    private CommandResult _compilation = new(0, "", "");

    public GuestPreparerTests() => _runner = new ScriptedRunner((_, arguments, _) =>
    {
        DeviceTreeNode overlay = new("");
        overlay.Add("fragment@0").SetText("target-path", "/").Add("__overlay__").SetFlag("seen");
        File.WriteAllBytes(arguments[^2], BlobWriter.Write(overlay));
        return _compilation;
    });

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Puts_kernel_ram_disk_and_tree_into_the_guests_memory()
    {
        GuestSetup guest = Prepare(Machine() with { Initrd = Source("initrd", new byte[5000]) })!;

        Assert.Empty(_tree.Diagnostics);
        Assert.Equal(3, guest.Payloads.Count);
        Assert.Equal(0x4010_0000UL, guest.Entry);
        Assert.Equal(guest.DeviceTree, guest.Payloads[2].Address);
        DeviceTreeNode tree = BlobReader.Read(guest.Payloads[2].Bytes.ToArray());
        DeviceTreeProperty start = tree.At("/chosen")!.Find("linux,initrd-start")!;
        Assert.Equal(guest.Payloads[1].Address, ((ulong)start.Cell(0) << 32) | start.Cell(1));
    }

    [Fact]
    public void Clears_what_an_elf_file_leaves_out()
    {
        ReadOnlyMemory<byte> bytes = Prepare(Machine())!.Payloads[0].Bytes;
        Assert.Equal([1, 2, 3, 4, 0], bytes[..5].ToArray());
        Assert.Equal(0x3000, bytes.Length);
    }

    [Fact]
    public void Applies_overlays_to_the_users_own_tree()
    {
        DeviceTreeNode own = new("");
        own.SetText("model", "mine");
        VirtualMachineModel machine = Machine() with
        {
            DeviceTree = Source("own.dtb", BlobWriter.Write(own)),
            Overlays = [Source("extra.dts", "/dts-v1/;"u8.ToArray())],
            CommandLine = "quiet",
        };

        DeviceTreeNode tree = BlobReader.Read(Prepare(machine)!.Payloads[^1].Bytes.ToArray());

        Assert.Equal("mine", tree.Find("model")!.Text);
        Assert.NotNull(tree.Find("seen"));
        Assert.Equal("quiet", tree.At("/chosen")!.Find("bootargs")!.Text);
    }

    [Theory]
    [InlineData(1, "Error: syntax error", "syntax error")]
    [InlineData(CommandResult.NotFound, "", "apt-get install device-tree-compiler")]
    public void Says_why_an_overlay_cannot_be_used(int exitCode, string error, string part)
    {
        _compilation = new CommandResult(exitCode, "", error);
        Assert.Null(Prepare(Machine() with { Overlays = [Source("bad.dts", [1])] }));
        Diagnostic diagnostic = Assert.Single(_tree.Diagnostics);
        Assert.Equal((DiagnosticId.BadDeviceTree, 7), (diagnostic.Id, diagnostic.Mark.Line));
        Assert.Contains(part, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_files_that_are_missing_damaged_or_too_large()
    {
        Assert.Null(Prepare(Machine() with { Kernel = Missing("kernel") }));
        Assert.Null(Prepare(Machine() with { Initrd = Missing("initrd") }));
        Assert.Null(Prepare(Machine() with { Kernel = Source("kernel", new byte[99]) }));
        Assert.Null(Prepare(Machine() with { Initrd = Source("initrd", new byte[5 << 20]) }));
        Assert.Null(Prepare(Machine() with { DeviceTree = Source("x.dtb", [1, 2]) }));
        DeviceTreeNode huge = new("");
        huge.SetBytes("x", new byte[100_000]);
        Assert.Null(Prepare(Machine() with
        {
            DeviceTree = Source("huge.dtb", BlobWriter.Write(huge)),
        }));
        Assert.Equal(
            [DiagnosticId.MissingFile, DiagnosticId.MissingFile, DiagnosticId.BadGuestImage,
                DiagnosticId.ImageTooLarge, DiagnosticId.BadDeviceTree, DiagnosticId.BadDeviceTree],
            _tree.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    private GuestSetup? Prepare(VirtualMachineModel machine)
    {
        DebianPackages packages = new(_tree.Root, _runner, new SilentProgress());
        return new GuestPreparer(new PayloadProvider(packages, _ => default),
            new TreeCompiler(_runner), _tree.Diagnostics).Prepare(machine);
    }

    private VirtualMachineModel Machine() => Machines.Make(memorySize: 4 << 20) with
    {
        Kernel = Source("kernel", new ElfBuilder { Entry = 0x4010_0000 }
            .Segment(0x4010_0000, [1, 2, 3, 4], 0x3000).Build()),
    };

    private FileSource Source(string name, byte[] content) =>
        new(name, new SourceMark("x.yaml", 7, 9), _tree.Write(name, content));

    private static FileSource Missing(string name) =>
        new(name, new SourceMark("x.yaml", 8, 9), "/nowhere/gone");
}
