// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>A thread reports an exception and stops: what the manager writes.</summary>
public sealed class UnhandledServiceTests : IDisposable
{
    private const ulong Control = 1;
    private readonly PartitionHost _host = new();
    private ManagerService _service;

    public UnhandledServiceTests() =>
        _service.Initialize(new ImageView(new TestImage().ToBytes()));

    [Fact]
    public void Report_and_stop_are_one_line()
    {
        _host.Run(() =>
        {
            Report(0, "System.FormatException", "why");
            Assert.Empty(_host.Log);
            Stop(Control);
        });
        Assert.Equal(
            ["control: unhandled System.FormatException at pc 0x401234: why; "
                + "main thread stopped; the others go on"], _host.Log);
    }

    [Fact]
    public void Without_a_report_the_line_is_that_of_the_breakpoint()
    {
        _host.Run(() => Stop(Control));
        Assert.Equal(
            ["control: failed check (unhandled exception), pc 0x404000, syndrome 0xf2000108, "
                + "main thread stopped; the others go on"], _host.Log);
    }

    [Fact]
    public void A_report_in_between_loses_nothing()
    {
        _host.Run(() =>
        {
            Report(0, "First", "");
            Report(99, "Second", "");
            Stop(Control | DomainBuilder.ServerTag);
            Stop(Control);
        });
        Assert.Equal(
            [
                "control: unhandled First at pc 0x401234",
                "control: unhandled Second at pc 0x401234; server thread stopped; "
                    + "the others go on",
                "control: failed check (unhandled exception), pc 0x404000, syndrome 0xf2000108, "
                    + "main thread stopped; the others go on",
            ], _host.Log);
    }

    public void Dispose() => _host.Dispose();

    private void Report(ulong thread, string type, string text)
    {
        Encoding.Unicode.GetBytes(type + text, Utcb.Bytes);
        Message message = default;
        message.Badge = Badge.Client | Control;
        message.Descriptor = new MessageDescriptor(
            (uint)ManagerProtocol.UnhandledException, (uint)((type.Length + text.Length + 3) / 4));
        message.Words[UnhandledWord.Thread] = thread;
        message.Words[UnhandledWord.Place] = 0x40_1234;
        for (int word = UnhandledWord.TypeEnd; word < UnhandledWord.TextEnd; word++)
            message.Words[word] = (ulong)type.Length;
        message.Words[UnhandledWord.TextEnd] = (ulong)(type.Length + text.Length);
        _service.Serve(ref message);
        Assert.Equal(default, message.Descriptor);
    }

    private void Stop(ulong tag)
    {
        Message message = default;
        message.Badge = Badge.Fault | Control;
        message.Words[FaultWord.Kind] = (ulong)FaultKind.Breakpoint;
        message.Words[FaultWord.Syndrome] = 0xf200_0108;
        message.Words[FaultWord.Place] = 0x40_4000;
        message.Words[FaultWord.Tag] = tag;
        _service.Serve(ref message);
        Assert.Equal((ulong)ExitAction.Off, message.Words[FaultWord.Action]);
    }
}
