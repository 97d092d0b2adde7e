// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Emit;
using Bulkhead.Integration.Layout;
using Bulkhead.Partitions.Manager;
using ManagerCheck = Bulkhead.Partitions.Manager.ImageCheck;

namespace Bulkhead.Integration.Tests.Emit;

/// <summary>Threads of partitions in the image, and what they add.</summary>
public sealed class ThreadImageTests : IDisposable
{
    private const string Description = """
        board: qemu-virt
        memory: 256 MiB
        cpus: 2
        partitions:
          linux: { vm: { kernel: kernel.bin, memory: 16 MiB } }
          control:
            native: samples/control
            threads:
              - { name: radio, priority: 120 }
              - { name: logger, priority: 40, budget: 1 ms, period: 10 ms, cpu: 1 }
          console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
        channels:
          - { from: control, to: console, stream: log }
        """;

    private readonly SystemFixture _fixture = new(Description);

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Manager_accepts_them_and_reads_what_the_description_says()
    {
        Verdict verdict = ManagerCheck.Check(_fixture.Image.Bytes);
        Assert.True(verdict.IsAccepted, $"{verdict.Reason} {verdict.Item} {verdict.Index}");
        var view = new ImageView(_fixture.Image.Bytes);
        Assert.Equal(0u, view.ThreadCount(0));
        Assert.Equal(2u, view.ThreadCount(1));
        PartitionName name = view.Thread(1, 1).Name;
        Assert.Equal("radio", Encoding.ASCII.GetString(((ReadOnlySpan<byte>)name)[..name.Length]));
        Assert.Equal(
            (40u, 1u, 1_000_000ul, 10_000_000ul),
            (view.Thread(1, 2).Priority, view.Thread(1, 2).Cpu, view.Thread(1, 2).BudgetNanoseconds,
                view.Thread(1, 2).PeriodNanoseconds));
        Assert.Equal(0b11u, ThreadCpus.Of(in view, 1));
        // The console hears from the logger's processor.
        Assert.Equal(0b11u, view.Partition(2).ServerCpus);
    }

    [Fact]
    public void Stacks_lie_where_the_layout_says_and_add_to_the_memory()
    {
        PartitionRecord control = _fixture.Image.Tables.Partitions[1];
        ResourceRecord[] stacks = [.. _fixture.Image.Tables.Resources
            .Skip((int)control.FirstResource).Take((int)control.ResourceCount)
            .Where(r => r.Address is >= NativeLayout.ThreadStacks and < NativeLayout.Program)];
        Assert.Equal(
            [0x39_8000ul, 0x3a_8000], stacks.Select(stack => stack.Address));
        Assert.All(stacks, stack => Assert.Equal(NativeLayout.ThreadStackBytes, stack.Bytes));
        ulong memory = _fixture.Image.Tables.Memory[(int)stacks[0].Memory].Bytes;
        Assert.Equal((2ul << 20) + Limits.PageBytes + (2 * NativeLayout.ThreadStackBytes), memory);
    }

    [Fact]
    public void Programs_that_handle_faults_have_a_reserve_below_each_stack()
    {
        using SystemFixture fixture = new(Description, faultEntry: 0x40_0080);
        Verdict verdict = ManagerCheck.Check(fixture.Image.Bytes);
        Assert.True(verdict.IsAccepted, $"{verdict.Reason} {verdict.Item} {verdict.Index}");
        PartitionRecord control = fixture.Image.Tables.Partitions[1];
        Assert.Equal(0x40_0080ul, control.FaultEntry);
        ResourceRecord[] stacks = [.. fixture.Image.Tables.Resources
            .Skip((int)control.FirstResource).Take((int)control.ResourceCount)
            .Where(r => r.Address is >= NativeLayout.ThreadStacks and < NativeLayout.Program)];
        Assert.Equal(
            [0x39_8000ul, 0x3a_8000, 0x39_5000, 0x3a_5000],
            stacks.Select(stack => stack.Address));
        Assert.Equal(
            [NativeLayout.ReserveStackBytes, NativeLayout.ReserveStackBytes],
            stacks[2..].Select(stack => stack.Bytes));
        Assert.All(_fixture.Image.Tables.Partitions, p => Assert.Equal(0ul, p.FaultEntry));
    }

    [Fact]
    public void Tool_and_manager_count_the_same_objects()
    {
        string threads = string.Concat(Enumerable.Range(0, 6)
            .Select(number => $"{{ name: t{number}, priority: 1 }}, "));
        using SystemFixture fixture = new($$"""
            board: qemu-virt
            partitions:
              control: { native: samples/control, threads: [ {{threads}} ] }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            """);
        bool isRefused = false;
        for (int count = 1; count <= 8; count++)
        {
            SystemSetup setup = fixture.Repeat(0, count);
            bool isAccepted = ManagerCheck.Check(SystemImageBuilder.Build(setup).Bytes).IsAccepted;
            Assert.Equal(isAccepted, AcceptanceTests.HasSelectors(setup.Model));
            isRefused |= !isAccepted;
        }

        Assert.True(isRefused);
    }
}
