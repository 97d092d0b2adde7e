// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

public class PortalCallTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Verifies("R-FLOW-4", "I24")]
    public void Words_and_label_travel_both_ways(bool usesFastPath)
    {
        using KernelHarness kernel = new(usesFastPath: usesFastPath);
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server, badge: 0xbad9e);
        ulong label = new MessageDescriptor(77, 0).Value;
        kernel.Call(Hypercall.Call, portal, label, 1, 2, 3, 4, 5, 6, 7, 8);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        kernel.AssertCurrent(link);
        CallResult seen = kernel.ResultOf(link);
        Assert.Equal((0xbad9eul, label), (seen[0], seen[1]));
        for (int word = 0; word < 8; word++) Assert.Equal((ulong)word + 1, seen[2 + word]);
        Assert.Equal(KernelHarness.PortalEntry, seen[RegisterFrame.ProgramCounter]);
        Assert.Equal(KernelHarness.Stack, seen[RegisterFrame.StackPointer]);
        kernel.Reply(link, 10, 20, 30, 40, 50, 60, 70, 80);
        kernel.AssertCurrent(kernel.Root);
        CallResult answer = kernel.ResultOf(kernel.Root).Succeeds();
        for (int word = 0; word < 8; word++)
        {
            Assert.Equal(10ul * ((ulong)word + 1), answer[2 + word]);
        }
        Assert.Equal(usesFastPath ? 2 : 0, kernel.Processor.FastCount);
    }

    [Fact]
    [Verifies("R-RESIDUE-2", "I14")]
    public void A_server_sees_no_register_of_its_caller_but_the_message()
    {
        foreach (bool usesFastPath in new[] { true, false })
        {
            using KernelHarness kernel = new(usesFastPath: usesFastPath);
            uint server = kernel.CreateServer();
            uint portal = kernel.CreatePortal(server);
            ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
            for (int register = 10; register < RegisterFrame.StackPointer; register++)
            {
                root.Frame[register] = 0x5ec3e7;
            }
            kernel.CallPortal(kernel.Root, portal, 1);
            CallResult seen = kernel.ResultOf(kernel.ContextOf(server));
            for (int register = 10; register < RegisterFrame.StackPointer; register++)
            {
                Assert.Equal(0ul, seen[register]);
            }
            Assert.Equal(0ul, seen[RegisterFrame.ThreadPointer]);
        }
    }

    [Theory]
    [InlineData(1u)]
    [InlineData(17u)]
    [InlineData(512u)]
    [Verifies("R-FLOW-4", "I24")]
    public void Utcb_words_are_copied_as_many_as_named(uint words)
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        ref var from = ref kernel.Root.In(ref kernel.State).Utcb.In(ref kernel.State);
        ref var to = ref link.In(ref kernel.State).Utcb.In(ref kernel.State);
        for (int word = 0; word < 512; word++) from[word] = (ulong)word + 1;
        kernel.Call(Hypercall.Call, portal, words);
        for (int word = 0; word < 512; word++)
        {
            Assert.Equal(word < words ? (ulong)word + 1 : 0, to[word]);
        }
        for (int word = 0; word < 512; word++) to[word] = 1000;
        kernel.Call(link, Hypercall.Reply, 0, words - 1);
        for (int word = 0; word < 512; word++)
        {
            Assert.Equal(word < words - 1 ? 1000 : (ulong)word + 1, from[word]);
        }
    }

    [Theory]
    [InlineData(513ul)]
    [InlineData(1ul << 20)]
    public void A_bad_descriptor_is_refused_on_both_sides(ulong descriptor)
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        kernel.Call(Hypercall.Call, portal, descriptor)
            .Refuses(Status.BadParameter, Reason.BadMessage);
        kernel.CallPortal(kernel.Root, portal);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        kernel.Call(link, Hypercall.Reply, 0, descriptor)
            .Refuses(Status.BadParameter, Reason.BadMessage);
        kernel.Reply(link);
        kernel.AssertCurrent(kernel.Root);
    }

    [Fact]
    public void Selectors_are_taken_in_full_width()
    {
        using KernelHarness kernel = new();
        uint portal = kernel.CreatePortal(kernel.CreateServer());
        kernel.Call(Hypercall.Call, (1ul << 32) + portal)
            .Refuses(Status.BadCapability, Reason.SelectorOutOfRange);
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.SemaphoreUp, (1ul << 40) + semaphore)
            .Refuses(Status.BadCapability, Reason.SelectorOutOfRange);
    }

    [Fact]
    [Verifies("R-FLOW-1", "R-PRIVILEGE-1", "I26")]
    public void A_capability_that_is_no_portal_is_refused()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.Call, kernel.CreateSemaphore())
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.Call, 0).Refuses(Status.BadCapability, Reason.SlotEmpty);
        kernel.Call(Hypercall.Call, 999).Refuses(Status.BadCapability, Reason.SelectorOutOfRange);
    }

    [Fact]
    [Verifies("I25")]
    public void A_thread_that_nobody_called_cannot_reply()
    {
        using KernelHarness kernel = new();
        kernel.Reply(kernel.Root).Refuses(Status.BadParameter, Reason.NoCaller);
    }

    [Fact]
    [Verifies("R-RECOVERY-2", "I27")]
    public void A_call_that_would_wait_for_itself_is_refused()
    {
        using KernelHarness kernel = new();
        uint first = kernel.CreateServer(), second = kernel.CreateServer();
        uint toFirst = kernel.CreatePortal(first), toSecond = kernel.CreatePortal(second);
        kernel.CallPortal(kernel.Root, toFirst);
        kernel.CallPortal(kernel.ContextOf(first), toFirst)
            .Refuses(Status.BadParameter, Reason.CallCycle);
        kernel.CallPortal(kernel.ContextOf(first), toSecond);
        kernel.CallPortal(kernel.ContextOf(second), toFirst)
            .Refuses(Status.BadParameter, Reason.CallCycle);
        kernel.CallPortal(kernel.ContextOf(second), toSecond)
            .Refuses(Status.BadParameter, Reason.CallCycle);
        kernel.Reply(kernel.ContextOf(second));
        kernel.Reply(kernel.ContextOf(first));
        kernel.AssertCurrent(kernel.Root);
    }

    [Fact]
    public void Each_activation_starts_anew()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint first = kernel.CreatePortal(server, badge: 1),
            second = kernel.CreatePortal(server, badge: 2);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        foreach ((uint portal, ulong badge) in new[] { (first, 1ul), (second, 2ul), (first, 1ul) })
        {
            kernel.CallPortal(kernel.Root, portal);
            Assert.Equal(badge, kernel.ResultOf(link)[0]);
            link.In(ref kernel.State).Frame[20] = 5;
            kernel.Reply(link);
        }
    }
}
